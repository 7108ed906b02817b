import { createContext, useContext } from "react";

export const NonceContext = createContext<string | undefined>(undefined);

/** What each `<script>` of a page must carry to be run; undefined in the browser, where they have run. */
export const useNonce = () => useContext(NonceContext);
