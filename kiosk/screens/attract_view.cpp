#include "screens/attract_view.h"

#include "screens/chart.h"

namespace kiosk::screens {
namespace {

// A slide speaks its own language, whatever the session's.
session::Session in_language(const session::Session& session, Language language) {
  session::Session other = session;
  other.language = language;
  return other;
}

AttractSlide welcome(const ViewContext& context, const model::Slide& slide) {
  AttractSlide made;
  made.kicker = context.catalogue.pick(context.catalogue.event.name, slide.language);
  made.title = context.messages.text("attract.welcome", slide.language);
  made.line = context.catalogue.pick(context.catalogue.event.slogan, slide.language);
  for (Language language : base::kLanguages) {
    if (context.messages.has(language, "attract.welcome") && language != slide.language) {
      made.greetings.push_back(context.messages.text("attract.welcome", language));
    }
  }
  return made;
}

AttractSlide family(const ViewContext& context, const model::Slide& slide, const model::Family& family) {
  AttractSlide made;
  made.kicker = context.catalogue.pick(context.catalogue.event.name, slide.language);
  made.title = context.catalogue.pick(family.name, slide.language);
  made.line = context.catalogue.pick(family.line, slide.language);
  made.picture = family.scene.string();
  made.tone = family.tone;
  return made;
}

// The next workshop of the day in the slide's language; nothing when the day is over.
std::vector<AttractSlide> next_workshop(const ViewContext& context, const model::Slide& slide) {
  for (model::Phase phase : {model::Phase::next, model::Phase::later}) {
    for (const model::WorkshopSession* session : model::sessions_in(context.catalogue, phase, context.minute())) {
      const model::Program* program = context.catalogue.program(session->program);
      if (program == nullptr || session->state != model::WorkshopState::as_planned) continue;
      AttractSlide made;
      made.kicker = context.messages.text("attract.next_workshop", slide.language);
      made.title = context.catalogue.pick(program->name, slide.language);
      made.line = context.catalogue.pick(program->summary, slide.language);
      made.detail.language = slide.language;
      made.detail.text = locale::isolate_left_to_right(locale::format_time(slide.language, model::real_start(*session)));
      if (const auto other = other_day_phrase(context, slide.language)) made.detail.text = other->text + " · " + made.detail.text;
      if (const model::Room* room = context.catalogue.room(session->room)) {
        made.detail.text += " · " + locale::isolate(context.catalogue.pick(room->name, slide.language).text);
      }
      const model::Family* family = context.catalogue.family(program->family);
      if (family != nullptr) made.tone = family->tone;
      made.picture = program->photos.empty() && family != nullptr ? family->scene.string() : picture_of(*program);
      return {made};
    }
  }
  return {};
}

// One number of the region, with its source.
std::vector<AttractSlide> figure(const ViewContext& context, const model::Slide& slide) {
  const model::Figure* shown = context.catalogue.figure(slide.figure);
  if (shown == nullptr || shown->points.empty()) return {};
  const session::Session speaking = in_language(context.session, slide.language);
  const ChartView chart = make_chart_view({context.catalogue, context.messages, speaking, context.now, context.make_qr_code, context.mode, nullptr, nullptr}, *shown);
  AttractSlide made;
  made.kicker = context.catalogue.pick(context.catalogue.event.name, slide.language);
  made.title = chart.points.back().number;
  if (!chart.unit.text.empty()) made.title.text += "\u00A0" + chart.unit.text;
  made.line = chart.title;
  made.detail = chart.source;
  return {made};
}

// The institutes with where they are.
AttractSlide institutes(const ViewContext& context, const model::Slide& slide) {
  AttractSlide made;
  made.kicker = context.catalogue.pick(context.catalogue.event.name, slide.language);
  made.title = context.messages.format("attract.institutes", slide.language, {{"count", static_cast<std::int64_t>(context.catalogue.institutes.size())}});
  made.line = context.catalogue.pick(context.catalogue.event.organiser, slide.language);
  for (const model::Institute& institute : context.catalogue.institutes) {
    Phrase place = context.catalogue.pick(institute.short_name, slide.language);
    const Phrase address = context.catalogue.pick(institute.address, slide.language);
    if (!address.text.empty()) place.text += " · " + locale::isolate(address.text);
    made.greetings.push_back(std::move(place));
  }
  return made;
}

}  // namespace

AttractView make_attract_view(const ViewContext& context) {
  AttractView view;
  const auto add = [&](AttractSlide made, const model::Slide& slide) {
    made.kind = slide.kind;
    made.language = slide.language;
    made.duration = slide.duration;
    made.invitation = context.messages.text("attract.touch", slide.language);
    if (context.mode == model::DayMode::ceremony) made.reception = context.messages.text("home.reception", slide.language);
    view.slides.push_back(std::move(made));
  };
  for (const model::Slide& slide : context.catalogue.slides) {
    if (slide.kind == model::SlideKind::welcome) add(welcome(context, slide), slide);
    if (const model::Family* one = context.catalogue.family(slide.family); slide.kind == model::SlideKind::family && one != nullptr) {
      add(family(context, slide, *one), slide);
    }
    if (slide.kind == model::SlideKind::desk) {
      view.desk = true;
      for (Language language : base::kLanguages) {
        const std::string& words = context.catalogue.event.name.in(language);
        if (!words.empty()) view.institutes.push_back({words, language});
      }
      return view;
    }
    if (slide.kind == model::SlideKind::institutes) add(institutes(context, slide), slide);
    if (slide.kind == model::SlideKind::figure) {
      for (AttractSlide& made : figure(context, slide)) add(std::move(made), slide);
    }
    if (slide.kind == model::SlideKind::next_workshop) {
      for (AttractSlide& made : next_workshop(context, slide)) add(std::move(made), slide);
    }
  }
  if (view.slides.empty()) {
    model::Slide only;
    only.language = context.catalogue.event.first_language;
    add(welcome(context, only), only);
  }
  for (const model::Institute& institute : context.catalogue.institutes) {
    view.institutes.push_back(context.catalogue.pick(institute.name, context.session.language));
  }
  return view;
}

}  // namespace kiosk::screens
