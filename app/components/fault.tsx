import { createContext, useContext } from "react";

/** The reference number of a fault, and whether it will pass by itself: the database is away. */
export type Fault = { reference: string; databaseAway: boolean };

export const FaultContext = createContext<Fault | undefined>(undefined);

/** For the error page: the fault that this request ended in, if it did. */
export const useFault = () => useContext(FaultContext);
