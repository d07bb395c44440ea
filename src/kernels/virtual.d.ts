/** All kernels (src/**\/*.kernel.ts) compiled to WebAssembly, in base64; made by build.ts. */
declare module "virtual:kernels" {
  const module: string;
  export default module;
}
