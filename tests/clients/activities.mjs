// Reads activities, one JSON a line, with Microsoft's own schema of activities and prints what it makes of each.
// node activities.mjs FILE
import { readFileSync } from 'node:fs';
import { Activity } from '@microsoft/agents-activity';

const read = (text) => {
  try {
    const activity = Activity.fromObject(JSON.parse(text));
    return { ok: true, type: activity.type, attachments: activity.attachments?.length ?? 0, entities: activity.entities?.length ?? 0 };
  } catch (error) {
    return { ok: false, fault: String(error.message ?? error).slice(0, 500) };
  }
};

// What must not pass, so that the schema is known to look.
const wrong = ['{"text":"no type"}', '{"type":"message","entities":"none"}', '{"type":"message","attachments":[{"content":{}}]}', '{"type":"message","from":"me"}'];
console.log(JSON.stringify({ activities: readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map(read), wrong: wrong.map(read) }));
