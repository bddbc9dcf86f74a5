'use strict';

const FAULTS = [
  ['', 'No faults', 'none'],
  ['bad_gateway', 'Telegram is down (502)', 'down'],
  ['slow', 'Telegram is slow (4 s)', 'slow'],
  ['too_many_requests', 'Too many requests (429, wait 5 s)', 'too many requests'],
  ['dropped_before', 'Connection drops before the message is stored', 'connections drop'],
  ['dropped_after', 'Connection drops after the message is stored', 'answers are lost'],
];
const ATTACHMENTS = ['photo', 'document', 'voice', 'audio', 'video', 'animation', 'video_note', 'sticker', 'contact', 'venue', 'location', 'poll', 'dice', 'story'];
const OFFERED = ['photo', 'album', 'document', 'voice', 'sticker', 'contact', 'location'];
const MEDIA = {
  photo: ['🖼', 'Photo'], album: ['🖼', 'Three photos'], audio: ['🎵', 'Audio'], video: ['🎬', 'Video'],
  animation: ['🎬', 'Animation'], video_note: ['🎬', 'Video message'], document: ['📄', 'Document'], voice: ['🎤', 'Voice message'], sticker: ['', 'Sticker'],
  contact: ['👤', 'Contact'], location: ['📍', 'Location'], venue: ['📍', 'Venue'], poll: ['📊', 'Poll'], dice: ['🎲', 'Dice'], story: ['⭕', 'Story'],
};
const SAFE_LINK = /^(https?|tg|mailto|tel):/i;

const byId = (id) => document.getElementById(id);
const columns = new Map();
let state = null;
let payload = new URLSearchParams(location.search).get('start');
let deepLinked = location.pathname !== '/';
let openAs = Number(sessionStorage.getItem('openAs')) || 0;
let waiting = 0;

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

async function act(action, body) {
  try {
    const response = await fetch('/sandbox/' + action, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.description);
    return answer;
  } catch (problem) {
    complain(problem.message);
    return null;
  }
}

function complain(text) {
  const line = byId('problem');
  line.textContent = text;
  line.hidden = false;
  clearTimeout(complain.timer);
  complain.timer = setTimeout(() => { line.hidden = true; }, 6000);
}

// ---- Messages -------------------------------------------------------------------------------------------------------

const ENTITY_TAGS = {
  bold: 'b', italic: 'i', underline: 'u', strikethrough: 's', code: 'code', pre: 'pre',
  blockquote: 'blockquote', expandable_blockquote: 'blockquote',
};

function entityElement(entity, text) {
  const target = { text_link: entity.url, url: text, email: 'mailto:' + text }[entity.type];
  if (target && SAFE_LINK.test(target)) {
    const link = element('a');
    link.href = target;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    return link;
  }
  const made = element(ENTITY_TAGS[entity.type] || 'span');
  if (entity.type === 'spoiler') {
    made.className = 'spoiler';
    made.onclick = () => made.classList.add('open');
  }
  if (entity.type === 'expandable_blockquote') {
    made.className = 'folded';
    made.onclick = () => made.classList.toggle('folded');
  }
  return made;
}

/** Entities lie inside one another; offsets are UTF-16 units, as are JavaScript's. */
function appendFormatted(parent, text, from, to, entities) {
  let at = from;
  let rest = entities;
  while (rest.length > 0) {
    const [entity, ...others] = rest;
    const end = Math.min(entity.offset + entity.length, to);
    rest = others.filter((other) => other.offset >= end);
    if (entity.offset < at || end <= entity.offset) continue;
    parent.append(text.slice(at, entity.offset));
    const made = entityElement(entity, text.slice(entity.offset, end));
    appendFormatted(made, text, entity.offset, end, others.filter((other) => other.offset < end));
    parent.append(made);
    at = end;
  }
  parent.append(text.slice(at, to));
}

function mediaOf(message) {
  const kind = ATTACHMENTS.find((name) => message[name]);
  if (!kind) return null;
  const [icon, label] = MEDIA[kind];
  const card = element('div', 'media');
  if (kind === 'photo') {
    const picture = element('img', 'picture');
    picture.src = '/sandbox-file/' + message.photo[message.photo.length - 1].file_id;
    picture.alt = message.caption || label;
    card.append(picture);
    return card;
  }
  card.append(element('b', '', kind === 'sticker' ? message.sticker.emoji : icon));
  const detail = { document: message.document?.file_name, contact: message.contact?.phone_number, venue: message.venue?.title, poll: message.poll?.question, dice: message.dice && `${message.dice.emoji} ${message.dice.value}` }[kind];
  const file = message[kind].file_id;
  const name = element(file ? 'a' : 'span', '', detail || label);
  if (file) {
    name.href = '/sandbox-file/' + file;
    name.download = detail || label;
  }
  card.append(name);
  return card;
}

const summary = (message) => message.text || message.caption
  || MEDIA[ATTACHMENTS.find((name) => message[name])]?.[1] || 'Message';

const author = (message) => message.sender_chat?.title || message.from?.first_name || 'Telegram';

function serviceText(message) {
  if (message.new_chat_title) return `The group’s name is now ${message.new_chat_title}`;
  if (message.pinned_message) return `Pinned: ${summary(message.pinned_message)}`;
  if (message.forum_topic_created) return `Topic “${message.forum_topic_created.name}” was created`;
  if (message.forum_topic_edited) {
    return message.forum_topic_edited.name ? `The topic is called “${message.forum_topic_edited.name}” now` : 'The icon of the topic was changed';
  }
  if (message.forum_topic_closed) return 'The topic was closed';
  if (message.forum_topic_reopened) return 'The topic was opened again';
  if (message.general_forum_topic_hidden) return 'General was hidden';
  if (message.general_forum_topic_unhidden) return 'General is shown again';
  if (message.migrate_to_chat_id) return 'The group was upgraded to a supergroup';
  if (message.migrate_from_chat_id) return 'This supergroup was a basic group before';
  return null;
}

function keyboard(column, view) {
  const keys = element('div', 'keys');
  for (const row of view.message.reply_markup.inline_keyboard) {
    const line = element('div');
    for (const button of row) {
      const key = element('button', '', button.text);
      key.type = 'button';
      key.onclick = () => (button.url
        ? SAFE_LINK.test(button.url) && window.open(button.url, '_blank', 'noopener')
        : act('press', { ...column.speaker(), message_id: view.id, data: button.callback_data || '' }));
      line.append(key);
    }
    keys.append(line);
  }
  return keys;
}

function bubble(column, view) {
  const message = view.message;
  const box = element('div', 'bubble');
  if (column.isGroup && !view.mine) box.append(element('div', 'name', author(message)));
  if (message.forward_origin) box.append(element('div', 'name', 'Forwarded message'));
  const original = message.reply_to_message?.forum_topic_created ? null : message.reply_to_message;
  if (message.external_reply) box.append(element('div', 'name', `Reply to message ${message.external_reply.message_id} of another topic`));
  if (original) {
    const quote = element('button', 'quote');
    quote.type = 'button';
    quote.append(element('b', '', author(original)), element('span', '', summary(original)));
    quote.onclick = () => column.flash(original.message_id);
    box.append(quote);
  }
  const media = mediaOf(message);
  if (media) box.append(media);
  const text = element('span', 'text');
  const content = message.text || message.caption || '';
  appendFormatted(text, content, 0, content.length, message.entities || message.caption_entities || []);
  const time = new Date(message.date * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const meta = element('span', 'meta', `${view.deleted ? 'deleted ' : ''}${view.edited ? 'edited ' : ''}${time}`);
  meta.title = `message ${view.id} of chat ${view.chat_id}`;
  box.append(text, meta);
  if (view.reaction) box.append(element('div', 'reaction', view.reaction));
  if (message.reply_markup?.inline_keyboard) box.append(keyboard(column, view));
  return box;
}

const GENERAL = 1;

const topicOf = (message) => (message.is_topic_message ? message.message_thread_id : GENERAL);

/** Telegram lets people change the words of their own messages only. */
const canChange = (view) => view.mine && !view.deleted && !serviceText(view.message) && Boolean(view.message.text || view.message.photo || view.message.document);

// ---- One column per chat --------------------------------------------------------------------------------------------

class Column {
  constructor(chat) {
    this.id = chat.id;
    this.views = new Map();
    this.unread = 0;
    this.root = byId('chat-template').content.firstElementChild.cloneNode(true);
    this.find = (selector) => this.root.querySelector(selector);
    this.isGroup = chat.type !== 'private';
    this.isOperator = chat.id === state.admin_chat_id;
    this.topic = GENERAL;
    this.speakAs = state.operator.id;
    this.news = new Map();
    this.talk = this.find('.talk');
    this.input = this.find('textarea');
    this.root.classList.toggle('operator', this.isOperator);
    this.name = chat.title || chat.first_name;
    this.find('h2').textContent = this.isOperator && !this.isGroup ? `${this.name}, the operator` : this.name;
    this.find('.talk').setAttribute('aria-label', 'Chat of ' + this.name);
    const avatar = this.find('.avatar');
    avatar.textContent = [...this.name][0] || '?';
    avatar.classList.add('c' + Math.abs(chat.id) % 6);
    this.listen();
    this.update(chat);
    byId('chats')[this.isOperator ? 'prepend' : 'append'](this.root);
    // Before it stood in the page there was nothing to scroll.
    this.toEnd();
  }

  speaker() {
    if (!this.isGroup) return { chat_id: this.id, from: this.isOperator ? state.operator.id : this.id };
    const who = this.speakAs === 'group' ? { from: state.operator.id, anonymous: true } : { from: this.speakAs };
    return { chat_id: this.id, ...who, ...(this.topics ? { thread: this.topic } : {}) };
  }

  /** A group is a team's: everybody of this Telegram can write there, and the operator also as the group itself. */
  renderTeam() {
    this.find('.team').hidden = !this.isGroup;
    if (!this.isGroup) return;
    const members = [[state.operator.first_name, state.operator.id], ...people().map((chat) => [chat.first_name, chat.id])];
    const choices = [...members, ['the group (an anonymous administrator)', 'group']];
    const select = this.find('.team select');
    select.replaceChildren(...choices.map(([name, id]) => new Option(name, id, false, String(id) === String(this.speakAs))),
      new Option('Another operator …', 'new'));
    select.onchange = () => {
      if (select.value === 'new') newPerson();
      else this.speakAs = select.value === 'group' ? 'group' : Number(select.value);
      this.redraw();
    };
  }

  renderTabs() {
    const tabs = this.find('.tabs');
    tabs.hidden = !this.topics;
    if (!this.topics) return;
    if (this.topic !== GENERAL && !this.topics.some((topic) => topic.id === this.topic)) this.choose(GENERAL);
    const all = [{ id: GENERAL, name: 'General', icon: '#', closed: this.generalClosed }, ...this.topics];
    const buttons = all.map((topic) => {
      const news = this.news.get(topic.id) || 0;
      const label = [topic.icon, topic.name, topic.closed ? '🔒' : '', news ? `(${news})` : ''].filter(Boolean).join(' ');
      const tab = element('button', '', label);
      tab.type = 'button';
      tab.title = topic.name;
      tab.setAttribute('role', 'tab');
      tab.setAttribute('aria-selected', String(topic.id === this.topic));
      tab.onclick = () => { this.choose(topic.id); this.render(); };
      return tab;
    });
    this.find('[role=tablist]').replaceChildren(...buttons);
    const acts = this.find('.topic-acts');
    acts.replaceChildren();
    const shown = all.find((topic) => topic.id === this.topic);
    if (shown.id === GENERAL) return;
    const close = this.act(shown.closed ? 'Open topic' : 'Close topic', () => act(shown.closed ? 'reopen_topic' : 'close_topic', this.speaker()));
    const remove = this.act('Delete topic', () => act('delete_topic', this.speaker()));
    [close, remove].forEach((button) => { button.className = 'flat'; });
    acts.append(close, remove);
  }

  choose(topic) {
    this.topic = topic;
    this.news.delete(topic);
    this.showTopic();
    this.toEnd();
  }

  showTopic() {
    this.views.forEach(({ line, view }) => { line.hidden = !this.isShown(view); });
  }

  isShown(view) {
    return !this.topics || topicOf(view.message) === this.topic;
  }

  /** Who writes has changed, and with it whose messages are one's own. */
  redraw() {
    const views = [...this.views.values()].map(({ view }) => view);
    this.find('ol').replaceChildren();
    this.views.clear();
    this.lastMine = undefined;
    views.forEach(({ mine, ...view }) => this.put(view));
  }

  listen() {
    this.find('.composer').onsubmit = (event) => { event.preventDefault(); this.send(); };
    this.input.onkeydown = (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
      if (event.key === 'Escape') this.cancel();
      if (event.key === 'ArrowUp' && !this.input.value) { event.preventDefault(); this.editLast(); }
    };
    this.input.oninput = () => this.grow();
    this.find('.answering button').onclick = () => this.cancel();
    this.find('.start button').onclick = () => this.start();
    this.find('.block').onclick = () => act(this.access === 'blocked' ? 'unblock' : 'block', this.speaker());
    this.find('.down').onclick = () => this.toEnd();
    this.talk.onscroll = () => { if (this.atEnd()) this.toEnd(); };
    this.offerFile();
    for (const kind of OFFERED) {
      const choice = element('button', 'flat', `${MEDIA[kind][0] || '👋'} ${MEDIA[kind][1]}`);
      choice.type = 'button';
      choice.onclick = () => {
        this.find('.attach').open = false;
        const caption = this.input.value.trim();
        this.input.value = '';
        act('send', { ...this.speaker(), reply_to: this.answering || 0, kind, caption });
        this.answer(null);
      };
      this.find('.attach .sheet').append(choice);
    }
  }

  offerFile() {
    const chooser = element('input');
    chooser.type = 'file';
    chooser.hidden = true;
    const choice = element('button', 'flat', '📁 Your own file …');
    choice.type = 'button';
    choice.onclick = () => chooser.click();
    chooser.onchange = () => {
      const reader = new FileReader();
      const file = chooser.files[0];
      reader.onload = () => {
        this.find('.attach').open = false;
        const caption = this.input.value.trim();
        this.input.value = '';
        const kind = /^image\/(jpeg|png)$/.test(file.type) ? 'photo' : 'document';
        const content = reader.result.slice(reader.result.indexOf(',') + 1);
        act('send', { ...this.speaker(), reply_to: this.answering || 0, kind, caption, name: file.name, content });
        this.answer(null);
      };
      if (file) reader.readAsDataURL(file);
      chooser.value = '';
    };
    this.find('.attach .sheet').append(choice, chooser);
  }

  grow() {
    this.input.style.height = 'auto';
    this.input.style.height = this.input.scrollHeight + 'px';
  }

  async send() {
    const text = this.input.value;
    if (!text.trim()) return;
    const answer = this.editing
      ? await act('edit', { ...this.speaker(), text, message_id: this.editing })
      : await act('write', { ...this.speaker(), text, reply_to: this.answering || 0 });
    if (answer) {
      this.input.value = '';
      this.grow();
      this.answer(null);
      this.toEnd();
    }
  }

  async start() {
    const token = deepLinked && this.id === openAs ? payload || '' : '';
    if (await act('start', { from: this.id, payload: token })) {
      deepLinked = deepLinked && this.id !== openAs;
      if (!deepLinked) history.replaceState(null, '', '/');
      render();
      this.input.focus();
    }
  }

  answer(view) {
    this.answering = view && view.id;
    this.editing = null;
    this.mark(view, view && 'Reply to ' + author(view.message), 'Do not reply');
  }

  edit(view) {
    this.answering = null;
    this.editing = view.id;
    this.input.value = view.message.text || view.message.caption || '';
    this.mark(view, 'Edit message', 'Do not edit');
    this.grow();
  }

  /** The newest message of one's own, as the arrow key does in Telegram's desktop apps. */
  editLast() {
    const last = [...this.views.values()].map(({ view }) => view).filter(canChange).pop();
    if (last) this.edit(last);
  }

  cancel() {
    if (this.editing) this.input.value = '';
    this.answer(null);
    this.grow();
  }

  mark(view, title, away) {
    this.find('.answering').hidden = !view;
    if (view) {
      this.find('.answering b').textContent = title;
      this.find('.answering span').textContent = summary(view.message);
      this.find('.answering button').setAttribute('aria-label', away);
    }
    this.input.focus();
  }

  async remove(view) {
    if (this.editing === view.id) this.cancel();
    await act('delete', { ...this.speaker(), message_id: view.id });
    this.input.focus();
  }

  update(chat) {
    this.topics = chat.is_forum ? chat.topics : null;
    this.generalClosed = chat.general_closed;
    chat.messages.forEach((view) => this.put(view));
    this.access = chat.access;
    if (this.topics || this.wasForum) this.showTopic();
    this.wasForum = Boolean(this.topics);
    this.render();
  }

  /** Draws one message in its place; messages come in the order of their ids, edits come again. */
  put(view) {
    const json = JSON.stringify(view);
    const known = this.views.get(view.id);
    if (known?.json === json) return;
    const writer = view.message.sender_chat ? 'group' : view.message.from?.id;
    const mine = !view.from_bot && (!this.isGroup || writer === this.speakAs);
    const first = known ? known.first : this.lastMine !== mine;
    const wasAtEnd = this.atEnd();
    const line = this.line({ ...view, mine }, first);
    if (known) known.line.replaceWith(line);
    else this.find('ol').append(line);
    line.hidden = !this.isShown(view);
    if (line.hidden && !known) this.news.set(topicOf(view.message), (this.news.get(topicOf(view.message)) || 0) + 1);
    this.views.set(view.id, { json, line, first, view: { ...view, mine } });
    if (!view.from_bot && !this.isGroup && !known) this.access = 'open';
    if (known) return;
    this.lastMine = serviceText(view.message) ? null : mine;
    if (line.hidden) return;
    if (wasAtEnd || mine) this.toEnd();
    else this.unread += 1;
  }

  line(view, first) {
    const service = serviceText(view.message);
    if (service) return element('li', 'service', service);
    const line = element('li', view.mine ? 'mine' : 'theirs');
    line.classList.toggle('first', first);
    line.classList.toggle('gone', view.deleted);
    line.append(bubble(this, view));
    if (!view.deleted) {
      const acts = element('div', 'acts');
      acts.append(this.act('Reply', () => this.answer(view)));
      if (canChange(view)) acts.append(this.act('Edit', () => this.edit(view)), this.act('Delete', () => this.remove(view)));
      line.append(acts);
      line.ondblclick = () => this.answer(view);
    }
    return line;
  }

  act(name, action) {
    const button = element('button', 'act', name);
    button.type = 'button';
    button.onclick = action;
    return button;
  }

  flash(id) {
    const line = this.views.get(id)?.line;
    if (!line) return;
    line.scrollIntoView({ block: 'center', behavior: 'smooth' });
    line.classList.add('flash');
    setTimeout(() => line.classList.remove('flash'), 1200);
  }

  atEnd() {
    return this.talk.scrollHeight - this.talk.scrollTop - this.talk.clientHeight < 60;
  }

  toEnd() {
    this.unread = 0;
    this.talk.scrollTop = this.talk.scrollHeight;
    this.find('.down').hidden = true;
  }

  render() {
    const wantsStart = !this.isOperator && !this.isGroup && (this.access !== 'open' || (deepLinked && this.id === openAs));
    this.renderTeam();
    this.renderTabs();
    this.find('.start').hidden = !wantsStart;
    this.find('.composer').hidden = wantsStart;
    this.find('.block').hidden = this.isOperator || this.isGroup || !['open', 'blocked'].includes(this.access);
    this.find('.block').textContent = this.access === 'blocked' ? 'Unblock' : 'Block bot';
    this.find('.who p').textContent = this.status();
    this.find('.empty').hidden = this.views.size > 0;
    this.find('.empty').replaceChildren(element('p', '', this.hint(wantsStart)));
    const down = this.find('.down');
    down.hidden = this.unread === 0;
    down.textContent = `↓ ${this.unread} new`;
  }

  status() {
    if (this.access === 'blocked') return 'has blocked the bot';
    if (this.topics) return 'a forum: each user has a topic; what you write there is the answer';
    if (this.isOperator) return 'new questions arrive here; reply to them here';
    return this.access === 'open' ? `chat with @${state.bot}` : 'has not started the bot yet';
  }

  hint(wantsStart) {
    if (this.isOperator) return 'No questions yet. Send one on the site’s support page: it appears here, and you answer it with Reply.';
    if (!wantsStart) return 'No messages yet. Write one below.';
    return payload && deepLinked && this.id === openAs
      ? 'Press START: the bot then knows that this chat belongs to the account on the site.'
      : 'The bot cannot write first. Press START, or better, follow the link on the site.';
  }
}

// ---- The page -------------------------------------------------------------------------------------------------------

async function refresh(what = '') {
  const response = await fetch('/sandbox/state' + what);
  state = await response.json();
  state.chats.sort((a, b) => (b.id === state.admin_chat_id) - (a.id === state.admin_chat_id));
  for (const chat of state.chats) {
    if (columns.has(chat.id)) columns.get(chat.id).update(chat);
    else columns.set(chat.id, new Column(chat));
  }
  await choosePerson();
  render();
}

const people = () => state.chats.filter((chat) => chat.type === 'private' && chat.id !== state.operator.id);

async function choosePerson() {
  if (!deepLinked) return;
  if (people().length === 0) {
    const made = await act('person', { first_name: 'You', language_code: navigator.language.slice(0, 2) });
    if (made) await refresh();
    return;
  }
  if (!people().some((chat) => chat.id === openAs)) pick(people()[0].id);
}

function pick(id) {
  openAs = id;
  sessionStorage.setItem('openAs', String(id));
}

function render() {
  byId('bot').textContent = '@' + state.bot;
  renderWebhook();
  renderFaults();
  byId('deep-link').hidden = !deepLinked;
  const options = people().map((chat) => new Option(chat.first_name, chat.id, false, chat.id === openAs));
  byId('open-as').replaceChildren(...options, new Option('New person …', 'new'));
  columns.forEach((column) => column.render());
  renderLonely();
  if (deepLinked && render.shown !== openAs && columns.has(openAs)) {
    render.shown = openAs;
    columns.get(openAs).root.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }
}

function renderWebhook() {
  const { url, pending, last_error: error } = state.webhook;
  const pill = byId('webhook');
  pill.textContent = !url ? 'no webhook set yet' : pending ? `${pending} update${pending === 1 ? '' : 's'} waiting` : 'webhook works';
  pill.title = [url, error].filter(Boolean).join(' · ');
  pill.classList.toggle('bad', !url || pending > 0);
}

function renderFaults() {
  const now = state.faults.length === 0 ? '' : state.faults[0];
  const fits = (kind) => (kind === '' ? now === '' : kind === now || (now === 'dropped' && kind === chosenFault));
  const known = FAULTS.find(([kind]) => fits(kind));
  byId('faults-now').textContent = known ? known[2] : now.replaceAll('_', ' ');
  byId('faults').classList.toggle('active', now !== '');
  byId('faults-choices').replaceChildren(...FAULTS.map(([kind, label]) => {
    const choice = element('button', 'flat', label);
    choice.type = 'button';
    choice.setAttribute('aria-pressed', String(fits(kind)));
    choice.onclick = () => setFault(kind);
    return choice;
  }));
}

let chosenFault = sessionStorage.getItem('faults') || '';

async function setFault(kind) {
  chosenFault = kind;
  sessionStorage.setItem('faults', kind);
  byId('faults').open = false;
  await act('calm', {});
  if (kind) await act('fault', { kind, times: 0, seconds: kind === 'slow' ? 4 : 5 });
}

/** While there is nobody but the operator, the second column says how somebody comes. */
function renderLonely() {
  let lonely = byId('lonely');
  if (people().length > 0) {
    lonely?.remove();
  } else if (!lonely) {
    lonely = element('section', 'chat');
    lonely.id = 'lonely';
    const talk = element('div', 'talk');
    const empty = element('div', 'empty');
    empty.append(element('p', '', 'Nobody has written to the bot yet.'),
      element('p', '', 'Send a message on the site’s support page and follow the link to Telegram, or add a person here.'));
    const add = element('button', 'main', 'Add a person');
    add.type = 'button';
    add.onclick = newPerson;
    empty.append(add);
    talk.append(empty);
    lonely.append(talk);
    byId('chats').append(lonely);
  }
}

function newPerson() {
  byId('new-person').returnValue = '';
  byId('new-person').showModal();
  byId('new-name').select();
}

async function personMade() {
  if (byId('new-person').returnValue !== 'add') return;
  const made = await act('person', {
    first_name: byId('new-name').value.trim() || 'Somebody', language_code: byId('new-language').value,
  });
  if (made && deepLinked) pick(made.id);
  if (made) await refresh();
  columns.get(made?.id)?.root.scrollIntoView({ inline: 'nearest', block: 'nearest', behavior: 'smooth' });
}

/** Looks at everything but the messages, which come by themselves. */
function refreshSoon(delay = 150) {
  if (waiting) return;
  waiting = setTimeout(() => {
    waiting = 0;
    refresh('?messages=0').then(() => { if (state.webhook.pending > 0) refreshSoon(1000); }, () => {});
  }, delay);
}

function live() {
  const events = new EventSource('/sandbox/events');
  events.onopen = () => refresh();
  events.addEventListener('lost', () => refresh());
  events.addEventListener('state', () => refreshSoon());
  events.addEventListener('message', (event) => {
    const view = JSON.parse(event.data);
    const column = columns.get(view.chat_id);
    if (!column) refresh();
    else {
      column.put(view);
      column.render();
      if (Object.keys(view.message).some((name) => name.includes('forum_topic_'))) refreshSoon();
    }
  });
  events.onerror = () => complain('The sandbox does not answer. This page keeps trying to connect.');
}

byId('add').onclick = newPerson;
byId('new-person').onclose = personMade;
byId('open-as').onchange = (event) => {
  if (event.target.value === 'new') newPerson();
  else pick(Number(event.target.value));
  render();
};
document.addEventListener('click', (event) => {
  document.querySelectorAll('details[open]').forEach((one) => { if (!one.contains(event.target)) one.open = false; });
});
refresh().then(live, () => complain('The sandbox does not answer.'));
