#include "screens/interest_view.h"

#include "base/format.h"
#include "model/receipt.h"

namespace kiosk::screens {
namespace {

using session::ScreenId;

// Of the five steps that a family which may leave its interest sees.
Phrase progress_of(const ViewContext& context, ScreenId step) {
  constexpr std::array kSteps{ScreenId::interest_programs, ScreenId::interest_who, ScreenId::interest_name, ScreenId::interest_contact, ScreenId::interest_consent};
  for (std::size_t i = 0; i < kSteps.size(); ++i) {
    if (kSteps[i] == step) return {locale::isolate_left_to_right(fmt::format("{} / {}", i + 1, kSteps.size())), context.language()};
  }
  return {{}, context.language()};
}

void add_programs(const ViewContext& context, InterestView& view) {
  for (const model::Program& program : context.catalogue.programs) {
    view.programs.push_back({"heart." + program.id, program.id, context.pick(program.name),
                             context.session.has_heart(session::HeartKind::program, program.id)});
  }
}

void add_roles(const ViewContext& context, InterestView& view) {
  using model::ContactRole;
  const locale::Argument age{"age", std::int64_t{context.catalogue.interest.adult_age}};
  const auto role = [&](std::string_view name, std::string icon, session::Intent intent) {
    view.roles.push_back({fmt::format("who.{}", name), std::move(icon), context.say(fmt::format("interest.{}", name), {age}),
                          context.say(fmt::format("interest.{}_line", name)), std::move(intent)});
  };
  role("guardian", "guardian", session::intent::ChooseRole{ContactRole::guardian, {}});
  role("adult", "person", session::intent::ChooseRole{ContactRole::adult, {}});
  role("minor", "child", session::intent::ComeBackWithGuardian{});
  role("professional", "workshop", session::intent::ChooseRole{ContactRole::adult, {}, model::LeadKind::professional});
  view.form.line = context.say("interest.who_line", {age});
}

void add_consent(const ViewContext& context, InterestView& view) {
  for (const model::LocalText* item : context.catalogue.notice.items()) {
    view.notice.push_back(context.pick(*item));
  }
  for (std::size_t i = 0; i < model::kPurposes.size(); ++i) {
    view.consents.push_back({fmt::format("consent.{}", model::kPurposes[i]), context.say(fmt::format("consent_ask.{}", model::kPurposes[i])),
                             context.session.interest.consents[i]});
  }
  const session::Interest& interest = context.session.interest;
  view.save = interest.save;
  view.consent_problem = interest.consent_missing                        ? context.say("problem.consent_missing")
                         : interest.save == session::SaveState::failed ? context.say("interest.failed")
                                                                         : Phrase{{}, context.language()};
  view.form.next = context.say(interest.save == session::SaveState::saving   ? "interest.saving"
                               : interest.save == session::SaveState::failed ? "interest.retry"
                                                                               : "interest.submit");
}

// The questions that the fast path left out, and later how storing the answers ended.
void add_more(const ViewContext& context, ThanksView& view) {
  switch (context.session.interest.details_save) {
    case session::SaveState::editing:
      view.more = context.say("thanks.more");
      view.more_line = context.say("thanks.more_line");
      break;
    case session::SaveState::saving: view.more_line = context.say("thanks.details_saving"); break;
    case session::SaveState::saved: view.more_line = context.say("thanks.details_saved"); break;
    case session::SaveState::failed:
      view.more = context.say("interest.retry");
      view.more_line = context.say("thanks.details_failed");
      view.retry = true;
      break;
  }
}

}  // namespace

InterestView make_interest_view(const ViewContext& context) {
  InterestView view;
  view.step = context.session.place.screen;
  const bool guardian = context.session.interest.role == model::ContactRole::guardian;
  switch (view.step) {
    case ScreenId::interest_who:
      view.form = make_form_view(context, "interest.who_title", "interest.who_line");
      add_roles(context, view);
      break;
    case ScreenId::interest_minor:
      view.form = make_form_view(context, "interest.alone_title", "interest.alone_line");
      view.form.next = context.say("interest.alone_on");
      if (!context.session.hearts.empty()) {
        view.roles.push_back({"my_visit.take_home", "qr", context.say("my_visit.take_home"), context.say("interest.alone_take_line"),
                              session::DiscoveryIntent(session::intent::OpenTakeHome{{}})});
      }
      break;
    case ScreenId::interest_name:
      view.form = make_form_view(context, guardian ? "interest.guardian_name_title" : "interest.name_title",
                                 guardian ? "interest.guardian_name_line" : "interest.name_line");
      break;
    case ScreenId::interest_contact: view.form = make_form_view(context, "interest.contact_title", "interest.contact_line"); break;
    case ScreenId::interest_consent:
      view.form = make_form_view(context, "interest.consent_title", guardian ? "interest.consent_guardian_line" : "interest.consent_line");
      add_consent(context, view);
      break;
    default:
      view.possible = context.catalogue.notice.complete();
      view.form = make_form_view(context, view.possible ? "interest.programs_title" : "interest.impossible_title",
                                 view.possible ? "interest.programs_line" : "interest.impossible_line");
      view.receipt = context.say("receipt.open");
      if (view.possible) add_programs(context, view);
      break;
  }
  view.form.progress = progress_of(context, view.step);
  return view;
}

ThanksView make_thanks_view(const ViewContext& context) {
  ThanksView view;
  view.title = context.say("thanks.title");
  view.line = context.say("thanks.line");
  view.receipt_label = context.say("thanks.receipt");
  const std::string code = model::show_receipt(context.session.interest.receipt);
  view.receipt = {code, Language::french};
  view.qr_line = context.say("thanks.qr_line");
  view.qr = context.make_qr_code(fmt::format("{}\n{}\n{}", context.pick(context.catalogue.event.name).text, locale::format_date(context.language(), context.now.date),
                                             context.say("thanks.receipt_code", {{"code", code}}).text));
  view.home = context.say("thanks.home");
  add_more(context, view);
  return view;
}

}  // namespace kiosk::screens
