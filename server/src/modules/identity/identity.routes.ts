import { contract } from '@parvandeh/contract'
import type { Context } from '../../platform/context.ts'
import { serve } from '../../platform/http/handlers.ts'
import type { Exchange, ServedRoute } from '../../platform/http/handlers.ts'
import { loadActor } from './access/load-actor.ts'
import { setUpOrganisation } from './organisation/set-up.ts'
import type { Auth } from './sign-in/open-auth.ts'
import { changePassword, signOut } from './sign-in/own-session.ts'
import { showSession } from './sign-in/show-session.ts'
import { signIn } from './sign-in/sign-in.ts'

/** The endpoints of identity. `auth` is the sign-in library of this organisation. */
export function identityRoutes(auth: Auth): ServedRoute[] {
  return [
    ...serve(contract.session, {
      show: (context) => showSession(context),
      signIn: async (context, { body, exchange }) => sessionOf(context, await signIn(context, auth, exchange, body)),
      signOut: (context, { exchange }) => signOut(context, auth, exchange),
      changePassword: (context, { body, exchange }) => changePassword(context, auth, exchange, body),
      setUp: async (context, { body, exchange }) => {
        const made = await setUpOrganisation(context, auth, body)
        return sessionOf(context, await signInAtOnce(context, auth, exchange, body, made.personId))
      },
    }),
  ]
}

const sessionOf = async (context: Context, personId: string) => showSession(context, (await loadActor(context.tx, personId, 'person')) ?? context.actor)

async function signInAtOnce(context: Context, auth: Auth, exchange: Exchange, body: { username: string; password: string }, personId: string): Promise<string> {
  await signIn(context, auth, exchange, { login: body.username, password: body.password })
  return personId
}
