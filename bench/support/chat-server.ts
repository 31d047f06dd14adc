/** So many conversations of so many people, all of them connected. */
export type Crowd = { conversations: number; members: number };

/** Somebody's device: a place in a conversation. */
export type Place = { conversation: number; member: number };

/** A chat server as the load generator sees it; Parley and the baseline are two of them. */
export type ChatServer = {
  name: string;
  /** Seats the crowd; `shown` is called when a message has reached somebody's device. */
  seat(crowd: Crowd, shown: (messageId: string, at: Place) => void): Promise<SeatedCrowd>;
  /** Processor time the server's processes have used so far, in milliseconds. */
  cpuMs(): number;
  stop(): Promise<void>;
};

export type SeatedCrowd = {
  /** Resolves once the server has said that the message is kept. */
  send(from: Place, messageId: string, text: string): Promise<void>;
  leave(): Promise<void>;
};
