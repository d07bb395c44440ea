declare module "jstat" {
  interface Distribution {
    inv(p: number, ...parameters: number[]): number;
    cdf(x: number, ...parameters: number[]): number;
  }
  const jstat: { studentt: Distribution; noncentralt: Pick<Distribution, "cdf">; normal: Distribution; beta: Distribution };
  export default jstat;
}
