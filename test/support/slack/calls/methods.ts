import type { Answer, Call } from '../answers.ts';
import type { Method } from '../methods.ts';
import { authRevoke, authTest, uninstall } from './access.ts';
import {
  addReaction,
  deleteMessage,
  getPermalink,
  postEphemeral,
  postMessage,
  updateMessage,
} from './chat.ts';
import { history, info, members, open, replies } from './conversations.ts';
import { fileInfo, suggestedPrompts, threadStatus, userInfo, userList, userProfile } from './people.ts';
import { openView, publishView, updateView } from './views.ts';

/** What every method that takes a bot's token does. */
export const CALLS: Readonly<
  Record<Exclude<Method, 'oauth.v2.access' | 'apps.connections.open'>, (call: Call) => Answer>
> = {
  'auth.test': authTest,
  'auth.revoke': authRevoke,
  'apps.uninstall': uninstall,
  'chat.postMessage': postMessage,
  'chat.update': updateMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.delete': deleteMessage,
  'chat.getPermalink': getPermalink,
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.open': open,
  'conversations.info': info,
  'conversations.members': members,
  'users.info': userInfo,
  'users.list': userList,
  'users.profile.get': userProfile,
  'views.open': openView,
  'views.update': updateView,
  'views.publish': publishView,
  'files.info': fileInfo,
  'assistant.threads.setSuggestedPrompts': suggestedPrompts,
  'assistant.threads.setStatus': threadStatus,
  'reactions.add': addReaction,
};
