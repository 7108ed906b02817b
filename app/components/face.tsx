const mouths: Record<number, string> = {
  5: "M14 28c3 9 17 9 20 0Z",
  4: "M15 29c4 6 14 6 18 0",
  3: "M15 31H33",
  2: "M15 33c4-5 14-5 18 0",
  1: "M14 35c3-9 17-9 20 0Z",
};

/** A face as satisfied as so many stars. */
export function Face({ stars }: { stars: number }) {
  return (
    <svg className="face" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle cx="24" cy="24" r="21" />
      <circle cx="17" cy="19" r="2" className="eye" />
      <circle cx="31" cy="19" r="2" className="eye" />
      <path d={mouths[stars]} />
    </svg>
  );
}
