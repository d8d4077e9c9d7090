// The named states of the interest form, of what is told after saving, and of a receipt code.
#include <algorithm>

#include "app/states_parts.h"
#include "session/forms.h"

namespace kiosk::app {
namespace {

using session::ScreenId;
using session::Session;
using session::TextSize;

Session filled(Session session) {
  type(session, session::Field::name, "فاطمة الزهراء Benali");
  type(session, session::Field::phone, "06 12 34 56 78");
  type(session, session::Field::email, "fatima.benali@exemple.ma");
  return in_form(std::move(session));
}

void add_interest(const model::Catalogue& catalogue, const AddState& add) {
  add("interest_programs", with_hearts(at(ScreenId::interest_programs), catalogue));
  add("interest_programs-text-150", sized(with_hearts(at(ScreenId::interest_programs), catalogue), TextSize::largest));
  add("interest_who", at(ScreenId::interest_who));
  add("interest_who-text-150", sized(at(ScreenId::interest_who), TextSize::largest));
  add("interest_minor", with_hearts(at(ScreenId::interest_minor), catalogue));
  add("interest_name", in_form(at(ScreenId::interest_name)));
  add("interest_name-filled", filled(at(ScreenId::interest_name)));
  add("interest_name-error", in_error(at(ScreenId::interest_name)));
  add("interest_name-text-150", sized(filled(at(ScreenId::interest_name)), TextSize::largest));
  add("interest_name-high-contrast", contrasted(filled(at(ScreenId::interest_name))));
  add("interest_name-tifinagh", in_form(at(ScreenId::interest_name))).tapped = "key.layer.tifinagh";
  Session selected = filled(at(ScreenId::interest_name));
  const std::string& name = selected.form.input(session::Field::name).text;
  session::select(selected.form.input(session::Field::name), name.find("الزهراء"), name.size() - 3);
  add("interest_name-selected", selected);
  Session held = filled(at(ScreenId::interest_name));
  session::place_caret(held.form.input(session::Field::name), name.find("الزهراء") + 4);
  add("interest_name-lens", held).held = "form.name";
  Session leaving = filled(at(ScreenId::interest_name));
  leaving.sheet = session::Sheet::leave;
  add("interest_name-leave", leaving);
  add("interest_name-leave-text-150", sized(leaving, TextSize::largest));
  add("interest_contact", in_form(at(ScreenId::interest_contact)));
  add("interest_contact-filled", filled(at(ScreenId::interest_contact)));
  add("interest_contact-error", in_error(at(ScreenId::interest_contact)));
  Session email = filled(at(ScreenId::interest_contact));
  email.form.focus = session::Field::email;
  add("interest_contact-email", email);
  Session consent = filled(at(ScreenId::interest_consent));
  consent.interest.key = "preview";
  add("interest_consent", consent);
  Session given = consent;
  given.interest.consents[0] = true;
  given.interest.role = model::ContactRole::guardian;
  add("interest_consent-filled", given);
  add("interest_consent-text-150", sized(given, TextSize::largest));
  Session missing = consent;
  missing.interest.consent_missing = true;
  add("interest_consent-error", missing);
  given.interest.save = session::SaveState::failed;
  add("interest_consent-failed", given);
  Session thanks = at(ScreenId::thanks);
  thanks.interest.save = session::SaveState::saved;
  thanks.interest.receipt = "K7M4QXZ";
  add("thanks", thanks);
  add("thanks-text-150", sized(thanks, TextSize::largest));
}

// A parent of three, the form of whose interest was saved.
Session saved_at(ScreenId screen, const model::Catalogue& catalogue) {
  Session session = with_hearts(at(screen), catalogue);
  session.trail.push_back({ScreenId::thanks, {}});
  session.interest.save = session::SaveState::saved;
  session.interest.key = "preview";
  session.interest.receipt = "K7M4QXZ";
  session.interest.role = model::ContactRole::guardian;
  session.interest.has_phone = session.interest.has_email = true;
  const std::vector<session::Field> fields = session::fields_on_screen(session);
  if (!fields.empty()) session.form.focus = fields.front();
  return session;
}

void add_details(const model::Catalogue& catalogue, const AddState& add) {
  for (const ScreenId screen : {ScreenId::interest_children, ScreenId::interest_child_name, ScreenId::interest_child_age, ScreenId::interest_child_school,
                                ScreenId::interest_child_programs, ScreenId::interest_level, ScreenId::interest_reach, ScreenId::interest_institute,
                                ScreenId::interest_topics, ScreenId::interest_question}) {
    add(session::id(screen), saved_at(screen, catalogue));
  }
  Session children = saved_at(ScreenId::interest_children, catalogue);
  children.interest.details.children = three_children(catalogue);
  add("interest_children-three", children);
  add("interest_children-text-150", sized(children, TextSize::largest));
  Session reach = saved_at(ScreenId::interest_reach, catalogue);
  reach.interest.details.reply_language = "shi";
  reach.interest.details.reach_by = "whatsapp";
  reach.interest.details.reach_when = "evening";
  add("interest_reach-chosen", reach);
  Session by_email = saved_at(ScreenId::interest_reach, catalogue);
  by_email.interest.has_phone = false;
  add("interest_reach-email", by_email);
  add("interest_reach-text-150", sized(reach, TextSize::largest));
  Session question = saved_at(ScreenId::interest_question, catalogue);
  type(question, session::Field::question, "هل يمكن لابنتي أن تتابع التكوين بالتدرج المهني وهي ما زالت تدرس، وهل توفرون السكن للقادمين من تيزنيت؟");
  add("interest_question-filled", question);
  question.sheet = session::Sheet::leave;
  add("interest_question-leave", question);
  add("interest_topics-text-150", sized(saved_at(ScreenId::interest_topics, catalogue), TextSize::largest));
  for (const ScreenId screen : {ScreenId::interest_trade, ScreenId::interest_organisation, ScreenId::interest_offers, ScreenId::interest_places}) {
    Session offer = saved_at(screen, catalogue);
    offer.interest.kind = model::LeadKind::professional;
    offer.interest.role = model::ContactRole::adult;
    offer.interest.details.offers = {"internship", "job"};
    add(session::id(screen), offer);
  }
  Session thanks = saved_at(ScreenId::thanks, catalogue);
  thanks.interest.details_save = session::SaveState::saved;
  add("thanks-told", thanks);
  thanks.interest.details_save = session::SaveState::failed;
  add("thanks-failed", thanks);
}

Session receipt_at(session::ReceiptStep step) {
  Session session = at(ScreenId::receipt);
  session.receipt.step = step;
  session.receipt.paused_minutes = 10;
  if (step == session::ReceiptStep::code) session.form.focus = session::Field::receipt;
  return session;
}

void add_receipt(const AddState& add) {
  add("receipt", receipt_at(session::ReceiptStep::code));
  Session wrong = receipt_at(session::ReceiptStep::code);
  type(wrong, session::Field::receipt, "K7M-4QXY");
  wrong.form.problem(session::Field::receipt) = session::Problem::receipt_wrong;
  wrong.receipt.tries_left = 3;
  add("receipt-wrong", wrong);
  add("receipt-text-150", sized(wrong, TextSize::largest));
  add("receipt-choose", receipt_at(session::ReceiptStep::choose));
  add("receipt-erase", receipt_at(session::ReceiptStep::erase_sure));
  add("receipt-noted", receipt_at(session::ReceiptStep::noted));
  add("receipt-paused", receipt_at(session::ReceiptStep::paused));
}

}  // namespace

void add_interest_states(const model::Catalogue& catalogue, const AddState& add) {
  add_interest(catalogue, add);
  add_details(catalogue, add);
  add_receipt(add);
}

}  // namespace kiosk::app
