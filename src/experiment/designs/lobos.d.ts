declare module "lobos" {
  const lobos: { Sobol: new (factors: number, options?: { resolution?: number }) => { take(rows: number): number[][] } };
  export default lobos;
}
