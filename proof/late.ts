/** What has not ended in its time: that says nothing of its digests. */
export class Late extends Error {}
