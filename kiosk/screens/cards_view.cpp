// The values of the shared cards; how they are drawn is in cards_draw.cpp.
#include "screens/cards.h"

namespace kiosk::screens {
namespace {

void add_state_badges(const ViewContext& context, const model::WorkshopSession& session, std::vector<Badge>& badges) {
  if (session.state == model::WorkshopState::cancelled) {
    badges.push_back({context.say("workshops.cancelled"), BadgeKind::bad});
    return;
  }
  if (session.state == model::WorkshopState::full) {
    badges.push_back({context.say("workshops.full"), BadgeKind::bad});
  } else if (session.seats_here > 0) {
    badges.push_back({context.say("workshops.seats", {{"count", std::int64_t{session.seats_here}}}), BadgeKind::good});
  }
  if (session.delay.count() > 0) {
    badges.push_back({context.say("workshops.delayed", {{"length", time_span_phrase(context, session.delay).text}}), BadgeKind::warn});
  }
  if (const model::Room* from = context.catalogue.room(session.moved_from)) {
    badges.push_back({context.say("workshops.moved", {{"room", locale::isolate(context.pick(from->name).text)}}), BadgeKind::warn});
  }
}

Badge phase_badge(const ViewContext& context, const model::WorkshopSession& session) {
  const auto now = context.minute();
  if (model::phase(session, now) == model::Phase::now) {
    const Phrase end = time_phrase(context, model::real_end(session));
    return {context.say("workshops.until", {{"time", end.text}}), BadgeKind::now};
  }
  return {context.say("workshops.starts_in", {{"length", time_span_phrase(context, model::real_start(session) - now).text}}), BadgeKind::neutral};
}

}  // namespace

std::string picture_of(const model::Program& program) {
  return program.photos.empty() ? "emblem/" + program.id : program.photos.front().string();
}

model::Tone tone_of(const model::Catalogue& catalogue, const model::Program& program) {
  const model::Family* family = catalogue.family(program.family);
  return family == nullptr ? model::Tone::metal : family->tone;
}

ProgramCard make_program_card(const ViewContext& context, const model::Program& program) {
  ProgramCard card;
  card.id = program.id;
  card.name = context.pick(program.name);
  card.summary = context.pick(program.summary);
  std::vector<Phrase> facts;
  for (const std::string& id : program.levels) {
    if (const model::Level* level = context.catalogue.level(id)) facts.push_back(context.pick(level->name));
  }
  card.facts = list_phrase(context, facts);
  const Phrase length = duration_phrase(context, program.months_min, program.months_max);
  if (!length.text.empty()) card.facts.text += " · " + length.text;
  std::vector<Phrase> institutes;
  for (const std::string& id : program.institutes) {
    if (const model::Institute* institute = context.catalogue.institute(id)) institutes.push_back(context.pick(institute->short_name));
  }
  card.institute = list_phrase(context, institutes);
  card.kept = context.session.has_heart(session::HeartKind::program, program.id);
  card.heart = context.say(card.kept ? "heart.remove" : "heart.add");
  card.picture = picture_of(program);
  card.tone = tone_of(context.catalogue, program);
  if (!program.voices.empty()) {
    card.voice = program.voices.front().language;
    card.listen = context.say("listen.card");
  }
  return card;
}

WorkshopCard make_workshop_card(const ViewContext& context, const model::WorkshopSession& session) {
  WorkshopCard card;
  card.id = session.id;
  const model::Program* program = context.catalogue.program(session.program);
  if (program != nullptr) {
    card.program = program->id;
    card.picture = picture_of(*program);
    card.tone = tone_of(context.catalogue, *program);
  }
  card.title = !session.title.empty() || program == nullptr ? context.pick(session.title) : context.pick(program->name);
  card.time = time_range_phrase(context, model::real_start(session), model::real_end(session));
  if (const model::Room* room = context.catalogue.room(session.room)) {
    std::vector<Phrase> place{context.pick(room->name)};
    if (const model::Institute* institute = context.catalogue.institute(room->institute)) place.push_back(context.pick(institute->short_name));
    card.room = list_phrase(context, place);
  }
  const model::Phase phase = model::phase(session, context.minute());
  const auto other = other_day_phrase(context, context.language());
  const bool soon = phase == model::Phase::now || phase == model::Phase::next;
  if (other) {
    card.badges.push_back({*other, BadgeKind::neutral});
  } else if (soon && session.state != model::WorkshopState::cancelled) {
    card.badges.push_back(phase_badge(context, session));
  }
  add_state_badges(context, session, card.badges);
  card.kept = context.session.has_heart(session::HeartKind::workshop, session.id);
  card.heart = context.say(card.kept ? "heart.remove" : "heart.add");
  return card;
}

}  // namespace kiosk::screens
