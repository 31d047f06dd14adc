import { inputs } from "@parley/schema";
import { anyone, router, signedIn } from "../trpc.ts";
import { deleteAccount } from "./delete-account.ts";
import { removeEmail, setEmail, verifyEmail } from "./email.ts";
import { finishEmailSignIn, startEmailSignIn } from "./email-sign-in.ts";
import { finishAddPasskey, removePasskey, renamePasskey, startAddPasskey } from "./passkeys.ts";
import { readAccount } from "./queries.ts";
import { renewRecoveryCodes, signInWithRecoveryCode } from "./recovery-sign-in.ts";
import { revokeOtherSessions, revokeSession, signOut } from "./sessions.ts";
import { finishSignIn, startSignIn } from "./sign-in.ts";
import { signInAsDemoUser } from "./sign-in-as-demo-user.ts";
import { finishSignUp, startSignUp } from "./sign-up.ts";
import { updateProfile } from "./update-profile.ts";
import { checkUsername } from "./usernames.ts";

// What may be guessed at counts against the stricter limit of signing in.
const guessable = anyone.meta({ limit: "signIn" });

export const accountsRouter = router({
  checkUsername: anyone.input(inputs.checkUsername).query(({ ctx, input }) => checkUsername(ctx, input)),
  startSignUp: anyone.input(inputs.startSignUp).mutation(({ ctx, input }) => startSignUp(ctx, input)),
  finishSignUp: anyone.input(inputs.finishSignUp).mutation(({ ctx, input }) => finishSignUp(ctx, input)),
  startSignIn: anyone.input(inputs.nothing).mutation(({ ctx }) => startSignIn(ctx)),
  finishSignIn: guessable.input(inputs.finishSignIn).mutation(({ ctx, input }) => finishSignIn(ctx, input)),
  signInWithRecoveryCode: guessable
    .input(inputs.signInWithRecoveryCode)
    .mutation(({ ctx, input }) => signInWithRecoveryCode(ctx, input)),
  startEmailSignIn: guessable.input(inputs.startEmailSignIn).mutation(({ ctx, input }) => startEmailSignIn(ctx, input)),
  finishEmailSignIn: guessable
    .input(inputs.finishEmailSignIn)
    .mutation(({ ctx, input }) => finishEmailSignIn(ctx, input)),
  signInAsDemoUser: anyone.input(inputs.signInAsDemoUser).mutation(({ ctx, input }) => signInAsDemoUser(ctx, input)),

  me: signedIn.input(inputs.nothing).query(({ ctx }) => readAccount(ctx.db, ctx.userId, ctx.sessionId, ctx.now())),
  signOut: signedIn.input(inputs.nothing).mutation(({ ctx }) => signOut(ctx)),
  updateProfile: signedIn.input(inputs.updateProfile).mutation(({ ctx, input }) => updateProfile(ctx, input)),
  deleteAccount: signedIn.input(inputs.nothing).mutation(({ ctx }) => deleteAccount(ctx)),
  startAddPasskey: signedIn.input(inputs.nothing).mutation(({ ctx }) => startAddPasskey(ctx)),
  finishAddPasskey: signedIn.input(inputs.finishAddPasskey).mutation(({ ctx, input }) => finishAddPasskey(ctx, input)),
  renamePasskey: signedIn.input(inputs.renamePasskey).mutation(({ ctx, input }) => renamePasskey(ctx, input)),
  removePasskey: signedIn.input(inputs.removePasskey).mutation(({ ctx, input }) => removePasskey(ctx, input)),
  renewRecoveryCodes: signedIn.input(inputs.nothing).mutation(({ ctx }) => renewRecoveryCodes(ctx)),
  setEmail: signedIn.input(inputs.setEmail).mutation(({ ctx, input }) => setEmail(ctx, input)),
  verifyEmail: signedIn.input(inputs.verifyEmail).mutation(({ ctx, input }) => verifyEmail(ctx, input)),
  removeEmail: signedIn.input(inputs.nothing).mutation(({ ctx }) => removeEmail(ctx)),
  revokeSession: signedIn.input(inputs.revokeSession).mutation(({ ctx, input }) => revokeSession(ctx, input)),
  revokeOtherSessions: signedIn.input(inputs.nothing).mutation(({ ctx }) => revokeOtherSessions(ctx)),
});
