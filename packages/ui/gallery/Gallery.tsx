import { createSignal, For } from "solid-js";
import { CheckBox } from "../src/controls/Switch.tsx";
import { iconNames } from "../src/icons/icon-names.ts";
import {
  Avatar,
  Badge,
  Banner,
  Button,
  type ButtonProps,
  Card,
  Chip,
  EmptyState,
  Field,
  Glyph,
  Icon,
  IconButton,
  ListRow,
  Mark,
  SearchInput,
  Segmented,
  Select,
  Skeleton,
  Spinner,
  Switch,
  Tag,
  TextArea,
  TextInput,
  Wordmark,
} from "../src/index.ts";
import { Floating } from "./Floating.tsx";
import { Part } from "./Part.tsx";

const variants: NonNullable<ButtonProps["variant"]>[] = [
  "default",
  "primary",
  "soft",
  "ghost",
  "danger",
  "danger-soft",
];
const people = ["Alice", "Bob Okafor", "نور حداد", "佐藤 美咲", "Dana", "Elin Sørensen"];

/** Every component in every state. */
export function Gallery() {
  const [align, setAlign] = createSignal<"start" | "middle" | "end">("start");
  const [size, setSize] = createSignal("md");
  return (
    <main class="gallery">
      <h1 class="t-2xl">Components</h1>
      <Part title="Brand">
        <Mark size={40} />
        <Wordmark height={26} />
        <Glyph size={32} />
      </Part>
      <Part title="Buttons">
        <For each={variants}>{(variant) => <Button variant={variant}>{variant}</Button>}</For>
        <Button size="sm">Small</Button>
        <Button size="lg" icon="passkey" variant="primary">
          Large
        </Button>
        <Button disabled>Disabled</Button>
        <For each={variants}>
          {(variant) => (
            <Button variant={variant} isBusy>
              {variant}
            </Button>
          )}
        </For>
      </Part>
      <Part title="Icon buttons">
        <IconButton icon="compose" label="Write" />
        <IconButton icon="panel" label="Panel" aria-pressed="true" />
        <IconButton icon="send" label="Send" isAccent />
        <IconButton icon="more" label="More" disabled />
        <IconButton icon="more" label="More, small" size="sm" />
      </Part>
      <Part title="Fields">
        <Field label="Name" hint="As others see it.">
          <TextInput value="Alice" />
        </Field>
        <Field label="Username" error="Use letters, numbers and dots. No spaces.">
          <TextInput value="alice in" />
        </Field>
        <Field label="Large">
          <TextInput size="lg" placeholder="you@example.org" />
        </Field>
        <Field label="Disabled">
          <TextInput disabled value="Cannot change" />
        </Field>
        <Field label="About">
          <TextArea value={"Two\nlines"} />
        </Field>
        <SearchInput label="Search" placeholder="Search" />
      </Part>
      <Part title="Choices">
        <Switch aria-label="Off" />
        <Switch aria-label="On" checked />
        <Switch aria-label="Disabled" disabled />
        <CheckBox aria-label="Off" />
        <CheckBox aria-label="On" checked />
        <Segmented
          label="Align"
          value={align()}
          onChange={setAlign}
          options={[
            { value: "start", label: "Start" },
            { value: "middle", label: "Middle" },
            { value: "end", label: "End", icon: "sun" },
          ]}
        />
        <Select
          label="Size"
          value={size()}
          onChange={setSize}
          options={[
            { value: "sm", label: "Small" },
            { value: "md", label: "Medium" },
          ]}
        />
        <Chip isPressed>All</Chip>
        <Chip count={4}>Unread</Chip>
        <Chip disabled>Disabled</Chip>
      </Part>
      <Part title="Tags and counts">
        <Tag>Plain</Tag>
        <For each={["ok", "warn", "danger", "accent", "info"] as const}>{(tone) => <Tag tone={tone}>{tone}</Tag>}</For>
        <Badge count={3} label="3 unread" />
        <Badge count={2} label="2 for you" tone="you" />
        <Badge count={1234} label="1,234 unread" tone="muted" />
      </Part>
      <Part title="People">
        <For each={people}>{(name) => <Avatar name={name} seed={name} />}</For>
        <For each={["online", "away", "busy", "offline"] as const}>
          {(presence) => <Avatar name="Alice" seed="alice" presence={presence} size={46} />}
        </For>
        <Avatar name="Lunch" seed="lunch" kind="group" size={46} />
        <Avatar name="Saved" seed="saved" icon="bookmark" kind="group" size={46} />
        <Avatar name="Broken picture" seed="x" src="/nothing-there.png" />
      </Part>
      <Part title="Rows and cards">
        <div class="wide">
          <Card
            title="Where you’re signed in"
            note="Each is a device with its own copy."
            act={
              <Button size="sm" variant="ghost">
                Sign out others
              </Button>
            }
          >
            <ul class="rows">
              <ListRow
                icon="laptop"
                title="MacBook Air"
                detail="Chrome, now"
                isCurrent
                end={<Tag tone="accent">This device</Tag>}
              />
              <ListRow
                icon="smartphone"
                title="iPhone"
                detail="Installed app, 12 min ago"
                end={<Button size="sm">Sign out</Button>}
              />
            </ul>
          </Card>
        </div>
      </Part>
      <Part title="Banners">
        <div class="wide">
          <Banner icon="cloud-off">
            <b>You’re offline.</b> Reading works. 2 messages wait here.
          </Banner>
          <Banner tone="info" icon="sync" action={{ label: "Reload", run: () => {} }}>
            A new version is ready.
          </Banner>
          <Banner tone="ok" icon="check-circle" onDismiss={{ label: "Dismiss", run: () => {} }}>
            Back online. Everything is sent.
          </Banner>
          <Banner tone="danger" icon="alert">
            This device was signed out.
          </Banner>
        </div>
      </Part>
      <Part title="Waiting and empty">
        <Spinner label="Loading" />
        <Skeleton width="120px" />
        <Skeleton width="40px" height="40px" isRound />
        <EmptyState
          icon="chats"
          title="It’s quiet here"
          text="Start with one person."
          action={<Button variant="primary">Start</Button>}
        />
      </Part>
      <Floating />
      <Part title="Icons">
        <div class="icons wide">
          <For each={iconNames}>
            {(name) => (
              <span>
                <Icon name={name} />
                {name}
              </span>
            )}
          </For>
        </div>
      </Part>
    </main>
  );
}
