/** Opens a page by its name in the address; the address is followed wherever it comes from. */
export function goTo(page: string): void {
  location.hash = page;
}
