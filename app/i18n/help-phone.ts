/** Nobody has a number like this: local numbers never start with 0. */
export const helpPhone = "0571-0012 0345";

export const helpPhoneLink = `tel:${helpPhone.replaceAll(/\D/g, "")}`;
