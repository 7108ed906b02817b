export const paymentOrderStates = ["sent", "paid", "failed", "withdrawn"] as const;
