import type { Alarm } from '../ports/alarm.ts';

/** The machine's timers. They do not keep the process alive: whoever runs the service decides how long it lives. */
export const systemAlarm: Alarm = {
  after(ms, ring) {
    const timer = setTimeout(ring, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
