#include "screens/program_view.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "locale/phrases.h"
#include "model/timetable.h"

namespace kiosk::screens {
namespace {

struct LevelFacts {
  std::vector<Phrase> names;
  std::vector<Phrase> entries;
  std::vector<Phrase> certificates;
  std::vector<Phrase> next;
};

// Who may enter a level; where a program has several, with the level's name.
Phrase entry_phrase(const ViewContext& context, const model::Level& level, std::size_t levels) {
  const Phrase entry = context.pick(level.entry);
  return levels == 1 ? entry : locale::level_entry_phrase(context.messages, context.language(), context.pick(level.name), entry);
}

LevelFacts level_facts(const ViewContext& context, const model::Program& program) {
  LevelFacts facts;
  for (const std::string& id : program.levels) {
    const model::Level* level = context.catalogue.level(id);
    if (level == nullptr) continue;
    facts.names.push_back(context.pick(level->name));
    if (!level->entry.empty()) facts.entries.push_back(entry_phrase(context, *level, program.levels.size()));
    facts.certificates.push_back(context.pick(level->certificate));
  }
  // The ladder goes on from the highest level taught here.
  if (!program.levels.empty()) {
    const model::Level* highest = context.catalogue.level(program.levels.back());
    const model::Level* next = highest == nullptr ? nullptr : context.catalogue.level(highest->next);
    if (next != nullptr) facts.next.push_back(context.pick(next->name));
  }
  return facts;
}

std::vector<Fact> facts(const ViewContext& context, const model::Program& program) {
  const LevelFacts level = level_facts(context, program);
  std::vector<Phrase> modes;
  for (const std::string& id : program.modes) {
    if (const model::Mode* mode = context.catalogue.mode(id)) modes.push_back(context.pick(mode->name));
  }
  std::vector<Phrase> institutes;
  for (const std::string& id : program.institutes) {
    if (const model::Institute* institute = context.catalogue.institute(id)) institutes.push_back(context.pick(institute->short_name));
  }
  Phrase workshop;
  if (const model::Room* room = context.catalogue.room(program.room)) {
    workshop = context.pick(room->name);
    if (const model::Institute* institute = context.catalogue.institute(room->institute)) {
      workshop = list_phrase(context, {workshop, context.pick(institute->short_name)});
    }
  }
  const std::vector<Fact> all{
      {"program.fact.level", "ladder", context.say("program.level"), list_phrase(context, level.names)},
      {"program.fact.length", "length", context.say("program.length"), duration_phrase(context, program.months_min, program.months_max)},
      {"program.fact.mode", "people", context.say("program.mode"), list_phrase(context, modes)},
      {"program.fact.where", "place", context.say("program.where"), list_phrase(context, institutes)},
      {"program.fact.room", "workshop", context.say("program.room"), workshop},
      {"program.fact.entry", "check", context.say("program.entry"), locale::joined_phrase(context.language(), level.entries, "\n")},
      {"program.fact.certificate", "certificate", context.say("program.certificate"), locale::joined_phrase(context.language(), level.certificates, "\n")},
      {"program.fact.next", "forward", context.say("program.next_level"), list_phrase(context, level.next)},
  };
  std::vector<Fact> known;
  for (const Fact& fact : all) {
    if (!fact.value.text.empty()) known.push_back(fact);
  }
  return known;
}

// The file names of the raw materials' pictures.
std::string_view tone_name(model::Tone tone) {
  constexpr std::array<std::string_view, model::kToneCount> names{"metal", "leather", "wood", "textile", "clay", "glass"};
  return names[static_cast<std::size_t>(tone)];
}

// The other language that a page can be told in beside the one on screen; nothing where the program is written in one alone.
std::optional<Language> second_language(const ViewContext& context, const model::Program& program) {
  const Language shown = context.pick(program.name).language;
  std::vector<Language> wanted{base::companion(context.language())};
  wanted.insert(wanted.end(), context.catalogue.event.fallback.begin(), context.catalogue.event.fallback.end());
  const auto told = std::find_if(wanted.begin(), wanted.end(), [&](Language one) { return one != shown && !program.name.in(one).empty() && !program.summary.in(one).empty(); });
  return told == wanted.end() ? std::nullopt : std::optional(*told);
}

SecondLanguage in_second_language(const ViewContext& context, const model::Program& program, Language language) {
  SecondLanguage second;
  second.language = language;
  second.name = context.catalogue.pick(program.name, second.language);
  second.summary = context.catalogue.pick(program.summary, second.language);
  const Language told = context.catalogue.pick_language(program.description, second.language);
  for (const model::Block& block : program.description.in(told)) second.description.push_back({block.kind, {block.text, told}, block.number});
  for (const model::LocalText& text : program.learn) second.learn.push_back(context.catalogue.pick(text, second.language));
  return second;
}

std::vector<ProgramAction> actions_of(const ViewContext& context, const model::Program& program) {
  namespace intent = session::intent;
  using session::DiscoveryIntent;
  std::vector<ProgramAction> actions;
  if (context.catalogue.map.area(program.room) != nullptr) {
    actions.push_back({"program.map", context.say("program.show_on_map"), "map", false, {intent::Open{session::ScreenId::map, program.room}}});
  }
  actions.push_back({"program.take_home", context.say("program.take_home"), "phone", false, {DiscoveryIntent(intent::OpenTakeHome{program.id})}});
  actions.push_back({"program.compare", context.say("program.compare"), "compare", false, {intent::Open{session::ScreenId::compare, program.id}}});
  if (const auto other = second_language(context, program)) {
    actions.push_back({"program.languages", context.say("program.two_languages", {{"language", locale::isolate(locale::endonym(*other).text)}}), "languages",
                       context.session.two_languages, {DiscoveryIntent(intent::ToggleTwoLanguages{})}});
  }
  // The ladder goes on from the highest level taught here.
  const model::Level* highest = program.levels.empty() ? nullptr : context.catalogue.level(program.levels.back());
  const model::Level* next = highest == nullptr ? nullptr : context.catalogue.level(highest->next);
  if (next != nullptr) {
    actions.push_back({"program.next_level", context.say("program.bridge_to", {{"level", locale::isolate(context.pick(next->name).text)}}), "ladder", false,
                       {DiscoveryIntent(intent::ClearFilters{}), DiscoveryIntent(intent::FilterLevel{next->id}), intent::Open{session::ScreenId::program_list, {}}}});
  }
  return actions;
}

VoiceControl voice_control(const ViewContext& context, const model::Voice& voice) {
  const bool playing = context.session.voice == voice.language;
  const std::string name = locale::spoken_language(context.messages, context.language(), voice.language).text;
  return {"listen." + voice.language, voice.language, context.say(playing ? "listen.stop" : "listen.play", {{"language", name}}), playing};
}

}  // namespace

ProgramView make_program_view(const ViewContext& context, const model::Program& program) {
  ProgramView view;
  view.id = program.id;
  view.name = context.pick(program.name);
  const std::string& amazigh = program.name.in(Language::tamazight);
  if (!amazigh.empty() && context.language() != Language::tamazight) view.name_amazigh = {amazigh, Language::tamazight};
  const model::Family* family = context.catalogue.family(program.family);
  if (family != nullptr) view.family = context.pick(family->name);
  view.tone = tone_of(context.catalogue, program);
  view.picture = picture_of(program);
  if (program.photos.size() > 1) {
    for (const std::filesystem::path& photo : program.photos) view.photos.push_back(photo.string());
    view.previous_photo = context.say("nav.back");
    view.next_photo = context.say("form.next");
  }
  view.summary = context.pick(program.summary);
  const Language told = context.catalogue.pick_language(program.description, context.language());
  for (const model::Block& block : program.description.in(told)) view.description.push_back({block.kind, {block.text, told}, block.number});
  view.steps_title = context.say("program.steps");
  const auto step = [&](std::string_view key, const model::LocalText& text, std::string picture) {
    if (!text.empty()) view.steps.push_back({std::string(key), context.say(key), context.pick(text), std::move(picture)});
  };
  step("program.material", program.steps.material, "material/" + std::string(tone_name(view.tone)));
  step("program.gesture", program.steps.gesture, family == nullptr ? std::string() : family->scene.string());
  step("program.piece", program.steps.piece, "emblem/" + program.id);
  view.learn_title = context.say("program.learn");
  for (const model::LocalText& text : program.learn) view.learn.push_back(context.pick(text));
  view.tools_title = context.say("program.tools");
  for (const model::LocalText& text : program.tools) view.tools.push_back(context.pick(text));
  view.facts = facts(context, program);
  view.actions = actions_of(context, program);
  if (const auto other = second_language(context, program); other && context.session.two_languages) view.second = in_second_language(context, program, *other);
  view.today_title = workshops_title(context, "program.today");
  view.today_none = context.say(other_day_phrase(context, context.language()) ? "day.no_workshop" : "program.no_workshop_today");
  for (const model::WorkshopSession& session : context.catalogue.workshops) {
    const bool to_come = model::phase(session, context.minute()) != model::Phase::over;
    if (session.program == program.id && to_come) view.today.push_back(make_workshop_card(context, session));
  }
  view.kept = context.session.has_heart(session::HeartKind::program, program.id);
  view.heart = context.say(view.kept ? "heart.remove" : "heart.add");
  for (const model::Voice& voice : program.voices) view.voices.push_back(voice_control(context, voice));
  return view;
}

}  // namespace kiosk::screens
