/** What the quick way throws where it might read a text in another way than remark, and remark is to be asked. */
export class NotSure extends Error {}
