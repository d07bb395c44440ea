/** Opens a room by its name in the address; the address is followed wherever it comes from. */
export function goTo(room: string): void {
  location.hash = room;
}
