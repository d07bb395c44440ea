import { gunzipSync } from "fflate";

/** In what is built this stands in the place of gzip-js, which lobos unpacks its tables with: that one is under the GPL. */
export default { unzip: (bytes: Uint8Array): Uint8Array => gunzipSync(Uint8Array.from(bytes)) };
