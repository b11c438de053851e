import { z } from 'zod';
import { PERSON_LIMITS } from '../../../domain/people/person.ts';
import {
  PROFILE_LIMITS,
  type Profile,
  type ProfileSource,
  type ProfilesRead,
} from '../../../ports/profiles.ts';
import { jsonOf } from '../connector/codes.ts';
import { type Answered, exchange } from '../connector/http.ts';
import { addressIn, type GraphParts, lost } from './graph.ts';
import { meaningOf, said } from './graph-answer.ts';
import { GRAPH_LIMITS } from './limits.ts';

export interface GraphUsersParts extends GraphParts {
  /** Whether the app's tenant is this organisation's. */
  readonly isOwn: (organisation: string) => boolean;
}

const FIELDS = 'id,displayName,mail,jobTitle,department,businessPhones,mobilePhone,accountEnabled,userType';
/** Users on a page: https://learn.microsoft.com/graph/api/user-list, at most 999. */
const PAGE = 999;

const text = z.string().nullable().default(null).catch(null);
const texts = z.array(z.unknown()).default([]).catch([]);
const user = z.object({
  ...{ id: z.string().min(1), displayName: text, mail: text, jobTitle: text, department: text },
  ...{ mobilePhone: text, businessPhones: texts, userType: text },
  accountEnabled: z.boolean().default(true).catch(true),
});
const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

/** The people of the app's tenant, by the application permission User.Read.All: no guests, nobody whose account is off. */
export function graphUsers(parts: GraphUsersParts): ProfileSource {
  const limits = {
    ...GRAPH_LIMITS,
    answerMs: GRAPH_LIMITS.pageMs,
    answerBytes: GRAPH_LIMITS.pageBytes,
    ...parts.limits,
  };

  async function ask(url: URL): Promise<Answered | string> {
    const access = await parts.tokens.token();
    if (access.outcome !== 'token') return access.reason;
    if (access.token === null) return 'there are no credentials for Microsoft Graph';
    const asked = { method: 'GET', url, token: access.token, body: null } as const;
    const answer = await exchange(asked, limits, parts.signal);
    if (answer.kind !== 'answered') return lost(answer, limits.answerMs);
    if (answer.status === 200) return answer;
    if (answer.status === 401) parts.tokens.renew();
    const { managed } = meaningOf(answer, parts.clock.now());
    return managed.outcome === 'failed' ? managed.reason : said(answer);
  }

  return {
    name: 'teams',
    async read(organisation) {
      if (!parts.isOwn(organisation)) return failed('the bot is registered in another tenant than theirs');
      const first = addressIn(parts, `/v1.0/users?$select=${FIELDS}&$top=${PAGE}`);
      if (first === null) return failed('the address of Microsoft Graph is no https address');
      const profiles: Profile[] = [];
      let next: URL | null = first;
      for (let pages = 0; next !== null; pages++) {
        if (pages === PROFILE_LIMITS.pages || profiles.length > PERSON_LIMITS.people)
          return failed(`Microsoft Graph lists more than ${PERSON_LIMITS.people} people`);
        const answer: Answered | string = await ask(next);
        if (typeof answer === 'string') return failed(answer);
        const read = page.safeParse(jsonOf(answer.body)).data;
        if (read === undefined) return failed(`${said(answer)} with what cannot be read`);
        profiles.push(...read.value.flatMap(profileIn));
        next = nextIn(read['@odata.nextLink'], first);
        if (read['@odata.nextLink'] !== undefined && next === null)
          return failed('Microsoft Graph names a next page at another address');
      }
      return { outcome: 'read', profiles };
    },
  };
}

function profileIn(value: unknown): Profile[] {
  const read = user.safeParse(value).data;
  if (read === undefined || !read.accountEnabled || read.userType === 'Guest') return [];
  const {
    id,
    displayName,
    mail: email,
    department: unit,
    jobTitle: role,
    mobilePhone,
    businessPhones,
  } = read;
  const phones = businessPhones.filter((phone) => typeof phone === 'string').slice(0, GRAPH_LIMITS.phones);
  const privatePhones = mobilePhone === null ? [] : [mobilePhone];
  return displayName === null ? [] : [{ id, name: displayName, email, unit, role, phones, privatePhones }];
}

/** A token goes to no other place than the first page. */
function nextIn(link: string | undefined, first: URL): URL | null {
  const url = link === undefined ? null : URL.parse(link);
  return url !== null && url.origin === first.origin && url.pathname === first.pathname ? url : null;
}

function failed(reason: string): ProfilesRead {
  return { outcome: 'failed', reason };
}
