#include "screens/agenda_view.h"

#include "model/timetable.h"

namespace kiosk::screens {
namespace {

Phrase speaker_phrase(const ViewContext& context, const model::Speaker& speaker) {
  Phrase phrase = context.pick(speaker.role);
  if (!speaker.name.empty()) phrase.text += " · " + locale::isolate(context.pick(speaker.name).text);
  return phrase;
}

}  // namespace

AgendaView make_agenda_view(const ViewContext& context) {
  const model::AgendaItem* now = model::agenda_now(context.catalogue, context.minute());
  const model::AgendaItem* next = model::agenda_next(context.catalogue, context.minute());
  AgendaView view;
  view.title = context.say("agenda.title");
  view.date = event_date_phrase(context);
  if (context.mode == model::DayMode::closing) {
    view.recommendations_title = context.say("agenda.recommendations");
    for (const model::Recommendation& one : context.catalogue.recommendations) view.recommendations.push_back(context.pick(one.text));
  }
  for (const model::AgendaItem& item : context.catalogue.agenda) {
    AgendaRow row;
    row.id = "agenda." + item.id;
    row.time = time_range_phrase(context, model::real_start(item), model::real_end(item));
    row.title = context.pick(item.title);
    row.hall = context.pick(item.hall);
    row.is_now = &item == now;
    row.is_over = model::real_end(item) <= context.minute();
    if (!row.is_over && context.catalogue.map.area(item.room) != nullptr) {
      row.room = item.room;
      row.take_me = context.say("map.take_me");
    }
    if (item.delay.count() > 0) row.delayed = context.say("workshops.delayed", {{"length", time_span_phrase(context, item.delay).text}});
    if (row.is_now) row.mark = context.say("home.now_on");
    if (&item == next) row.mark = other_day_phrase(context, context.language()).value_or(context.say("home.next_on"));
    for (const model::Speaker& speaker : item.speakers) row.speakers.push_back(speaker_phrase(context, speaker));
    if (row.is_now && !row.speakers.empty()) row.speaking = context.say("agenda.speaking_now");
    view.rows.push_back(std::move(row));
  }
  return view;
}

}  // namespace kiosk::screens
