import { createUniqueId } from "solid-js";

const bubble =
  "M12.500 28.500C12.500 18 20.500 10 31 10s18.500 8 18.500 18.500S41.500 47 31 47c-1.600 0-3.200-.2-4.700-.6-.9 4.900-4.900 9-11 10.600-1.500.4-2.800-.7-2.800-2.200V28.500Z M31 19.500c-5 0-9 4-9 9 0 1.700.5 3.300 1.300 4.700l-1 4.200c-.1.600.400 1.200 1.100 1l4.200-1.100c1 .4 2.200.600 3.400.600 5 0 9-4 9-9s-4-9.400-9-9.400Z";

/** The tile: always in the brand's own colour, whatever the reader's accent. */
export function Mark(props: { size: number }) {
  const id = createUniqueId();
  return (
    <svg class="mark" width={props.size} height={props.size} viewBox="0 0 64 64" aria-hidden="true">
      <defs>
        <linearGradient id={id} x1="0" y1="0" x2=".6" y2="1">
          <stop offset="0" stop-color="#0e8aa6" />
          <stop offset="1" stop-color="#074a66" />
        </linearGradient>
      </defs>
      <rect width="64" height="64" rx="15" fill={`url(#${id})`} />
      <path transform="translate(5 4.200) scale(.87)" fill="#fff" fill-rule="evenodd" d={bubble} />
    </svg>
  );
}

/** The glyph alone, in the colour of the text around it. */
export function Glyph(props: { size: number | string }) {
  return (
    <svg class="mark" width={props.size} height={props.size} viewBox="0 0 64 64" aria-hidden="true">
      <path fill="currentColor" fill-rule="evenodd" d={bubble} />
    </svg>
  );
}

export function Wordmark(props: { height: number }) {
  return (
    <svg class="wordmark" height={props.height} viewBox="4 0 270 86" role="img" aria-label="Parley">
      <path d="M10 42v38" />
      <circle cx="29.500" cy="42" r="19.500" />
      <circle cx="85.500" cy="42" r="19.500" />
      <path d="M105 24v37.500" />
      <path d="M125 61.500V24M125 42c0-10 6-18 16-18" />
      <path d="M157 6v47c0 5 3 8.500 8 8.500" />
      <path d="M181 42h38.500A19.500 19.500 0 1 0 212 57.300" />
      <path d="M233 24v16a17 17 0 0 0 34 0V24M267 40v20c0 12-7 20-18 20-6 0-10.500-1.500-13.500-4.500" />
    </svg>
  );
}
