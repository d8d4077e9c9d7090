#include "exporters/plan_text.h"

#include <algorithm>

#include "locale/dates.h"
#include "locale/phrases.h"

namespace kiosk::exporters {
namespace {

using base::Phrase;

constexpr std::string_view kDot = " · ";
constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::string_view kDash = "\u2013";
constexpr std::string_view kWordJoiner = "\u2060";

class PlanWords {
 public:
  PlanWords(const model::Plan& plan, const locale::Messages& messages, PlanExtent extent) : plan_(plan), messages_(messages), extent_(extent) {}

  PlanSection workshops() const {
    PlanSection section{"workshops", say("plan.workshops"), {}};
    for (const model::PlanWorkshop& workshop : plan_.workshops) {
      const Phrase times{locale::format_time_range(plan_.language, workshop.start, workshop.end), plan_.language};
      std::vector<Phrase> details{place_phrase(workshop.place, messages_, plan_.language)};
      if (workshop.state == model::WorkshopState::cancelled) details.insert(details.begin(), say("workshops.cancelled"));
      if (workshop.state == model::WorkshopState::full) details.insert(details.begin(), say("workshops.full"));
      section.lines.push_back({times, workshop.title, dotted(details)});
    }
    return section;
  }

  PlanSection programs() const {
    PlanSection section{"programs", say("plan.programs"), {}};
    for (const model::PlanProgram& program : plan_.programs) {
      std::vector<Phrase> details{locale::list_phrase(plan_.language, program.levels),
                                  locale::duration_phrase(messages_, plan_.language, program.months_min, program.months_max),
                                  locale::list_phrase(plan_.language, program.institutes)};
      if (extent_ == PlanExtent::whole && !visits(program.place.room)) details.push_back(place_phrase(program.place, messages_, plan_.language));
      section.lines.push_back({{}, program.name, dotted(details)});
    }
    return section;
  }

  PlanSection papers() const {
    PlanSection section{"papers", say("plan.papers"), {}};
    for (const Phrase& paper : plan_.papers) section.lines.push_back({{}, paper, {}});
    return section;
  }

  PlanSection registration() const {
    PlanSection section{"registration", say("plan.registration"), {}};
    if (!plan_.programs.empty()) section.lines.push_back({{}, plan_.registration.text.empty() ? say("plan.registration_ask") : plan_.registration, {}});
    return section;
  }

  PlanSection contacts() const {
    PlanSection section{"contacts", say("plan.contacts"), {}};
    for (const model::PlanContact& contact : plan_.contacts) {
      std::vector<Phrase> details{contact.address};
      for (const model::PhoneLine& phone : contact.phones) details.push_back(latin(unbroken(phone.written)));
      details.push_back(latin(contact.email));
      details.push_back(latin(contact.website));
      section.lines.push_back({{}, contact.name, dotted(details)});
    }
    return section;
  }

 private:
  Phrase say(std::string_view key) const { return messages_.text(key, plan_.language); }
  Phrase dotted(const std::vector<Phrase>& parts) const { return locale::joined_phrase(plan_.language, parts, kDot); }
  Phrase latin(const std::string& text) const { return {text.empty() ? text : locale::isolate_left_to_right(text), plan_.language}; }
  // Where a workshop of the plan takes the family into the room anyway, the room is not said twice.
  bool visits(const Phrase& room) const {
    return std::any_of(plan_.workshops.begin(), plan_.workshops.end(), [&](const model::PlanWorkshop& workshop) { return workshop.place.room == room; });
  }

  const model::Plan& plan_;
  const locale::Messages& messages_;
  PlanExtent extent_;
};

}  // namespace

Phrase place_phrase(const model::PlanPlace& place, const locale::Messages& messages, base::Language language) {
  Phrase walk{{}, language};
  if (place.walk_minutes > 0) walk = messages.format("plan.walk", language, {{"minutes", std::int64_t{place.walk_minutes}}});
  const bool here = place.walk_minutes > 0;
  return locale::joined_phrase(language, {locale::list_phrase(language, {place.room, here ? Phrase{} : place.institute}), place.where, walk}, kDot);
}

std::string unbroken(std::string_view text) {
  std::string whole;
  for (const char c : text) c == ' ' ? whole.append(kNoBreakSpace) : whole.append(1, c);
  // A line may end behind a dash even before a no-break space (UAX #14, LB12a).
  if (const std::size_t dash = whole.find(kDash); dash != std::string::npos) whole.insert(dash + kDash.size(), kWordJoiner);
  return whole;
}

std::vector<PlanSection> plan_sections(const model::Plan& plan, const locale::Messages& messages, PlanExtent extent) {
  const PlanWords words(plan, messages, extent);
  std::vector<PlanSection> all{words.programs(), words.papers(), words.registration()};
  if (extent == PlanExtent::whole) {
    all.insert(all.begin(), words.workshops());
    all.push_back(words.contacts());
  }
  std::erase_if(all, [](const PlanSection& section) { return section.lines.empty(); });
  return all;
}

}  // namespace kiosk::exporters
