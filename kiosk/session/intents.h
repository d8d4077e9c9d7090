// What the visitor or the clock wants (intents), and what the world must do about it (effects). Plain values.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/catalogue.h"
#include "session/staff_intents.h"
#include "session/state.h"
#include "session/tour_intents.h"

namespace kiosk::session {

// What the visitor or the clock wants.
namespace intent {
struct Begin { Language language; std::string visit; };  // first touch on attract; `visit` is a fresh random key
struct Open { ScreenId screen; std::string subject; };
struct Back {};
struct ChooseLanguage { Language language; };
struct ToggleHeart { HeartKind kind; std::string id; };
struct ToggleVoice { std::string language; };  // of the program on screen; the same language again stops it
struct VoiceEnded {};                           // played to its end, or could not be
struct ChooseGuestKind { model::GuestKind kind; std::string key; };  // `key` is a fresh random key, used unless one is kept already
struct ChoosePartySize { int persons; };  // hands the guest in
struct RetryGuest {};                     // after a failure: the same guest again
struct GuestSaved { std::string key; int badge; };
struct GuestNotSaved { std::string key; };
struct EnterDetails {};      // at reception, from the party size: a name and an organisation
struct EnterSchoolGroup {};  // or a school's
struct ChooseRole { model::ContactRole role; std::string key; model::LeadKind kind = model::LeadKind::family; };  // `key` as in ChooseGuestKind
struct ComeBackWithGuardian {};  // a minor alone leaves no contact (law 09-08)
// A touch in a field: where in its text, and the other end of what it selected.
struct FocusField { Field field; std::optional<std::size_t> byte; std::optional<std::size_t> anchor = {}; };
struct TypeText { std::string text; };
struct TypeEnding { std::string text; };  // the end of an address: "@gmail.com", ".ma"
struct DeleteBackward {};
struct DeleteForward {};
enum class CaretMove : std::uint8_t { previous, next, start, end };
struct MoveCaret { CaretMove move; bool selecting = false; };
struct SelectAll {};
struct NextField {};  // Tab, round to the first
struct FormNext {};   // checks what is on this screen; on the last one hands the lead in
struct ToggleConsent { std::size_t purpose; };  // index into model::kPurposes
struct LeadSaved { std::string key; std::string receipt; };
struct LeadNotSaved { std::string key; };
// The catalogue is another one from now on. A consent is to the notice that was read, so one given to another notice is asked again.
struct ContentChanged { Language first_language; bool notice_changed; };
struct OpenStaff {};  // the logo was held: the visit ends, the PIN pad comes
struct LeaveStaff {};
struct OpenComfort {};
struct CloseSheet {};
struct SetTextSize { TextSize size; };
struct ToggleHighContrast {};
struct ToggleReducedMotion {};
struct ToggleReach {};
struct Touched {};  // any touch: idleness starts again, "I'm still here" included
struct Tick {};     // time passed: call at `next_deadline`
struct Done { bool sure = false; };  // "I'm done"; what was told and is not stored yet is forgotten only when sure
struct Closed {};   // the kiosk is being stopped

// Finding one's craft.
struct FilterFamily { std::string id; };  // the same id again takes the choice away
struct FilterLevel { std::string id; };
struct FilterMode { std::string id; };
struct FilterInstitute { std::string id; };
struct FilterOpenToMe {};  // needs the finder's answers
struct ClearFilters {};    // and what was searched
struct BrowseFamily { std::string id; };  // from a search that found nothing: it closes, and this family alone is shown
struct OpenSearch {};
struct CloseSearch {};
struct ChooseAge { int age; };
struct ChooseSchoolYear { std::string id; };
struct StartFinder {};  // anew: for another person
struct AskAgeAgain {};  // what was answered stays marked
struct AskSchoolAgain {};
struct CompareWith { std::string id; };  // empty: choose another
struct ToggleTwoLanguages {};
struct ToggleFigureTables {};
struct OpenTakeHome { std::string program; };  // one program, or with an empty id the whole visit
struct ChooseTakeHome { model::TakeHomeKind kind; };
struct ShowTakeHomePart { int part; };

// Finding the way (V6).
struct ChooseFloor { std::string id; };
struct ToggleAllFloors {};  // all of them above each other, or one
struct ToggleNorthUp {};    // as the plan is drawn, or as the visitor looks at the building
struct FindNearest { model::AreaKind kind; };  // the WC, the way out …: chosen on the map with the way to it
struct ToggleStepFree {};
struct FindPlace { bool open; };  // a room by its name: opens or closes the keyboard
struct AddStop { std::string room; };  // to a walk of one's own through several rooms
struct RemoveStop { std::string room; };
// Opens the map with a way through these rooms: in the best order, or as they stand when they are a tour's.
struct ShowWalk { std::vector<std::string> rooms; std::string tour = {}; };
struct EndWalk {};
struct OpenWay {};  // the way that is shown, step by step and as a code

// What is asked after saving (V9, V19); each screen may be left out.
struct TellMore {};   // from the thanks
struct SkipDetails {};  // on to the next screen, what stood here before stays
struct AddChild {};
struct EditChild { std::size_t place; };
struct RemoveChild { std::size_t place; };
enum class Detail : std::uint8_t { school_year, child_age, child_school, trade, institute, reply_language, reach_by, reach_when };
struct ChooseDetail { Detail detail; std::string id; };  // the first five lead on, the others may be several on one screen and taken back
struct ToggleChildProgram { std::string id; };
struct ToggleTopic { std::string id; };  // a ready question
struct ToggleOffer { std::string id; };
struct ChoosePlaces { int places; };
struct RetryDetails {};
struct DetailsSaved { std::string key; };
struct DetailsNotSaved { std::string key; };

// With a receipt code, on the visitor's side (S5).
struct ChooseReceiptRequest { model::ReceiptRequest request; };
struct RetryReceipt {};
enum class ReceiptVerdict : std::uint8_t { noted, wrong, paused, failed };
struct ReceiptJudged { std::string receipt; ReceiptVerdict verdict; int tries_left; int paused_minutes; };  // the code that was asked with
}  // namespace intent

using DetailsIntent = std::variant<intent::TellMore, intent::SkipDetails, intent::AddChild, intent::EditChild, intent::RemoveChild, intent::ChooseDetail,
                                   intent::ToggleChildProgram, intent::ToggleTopic, intent::ToggleOffer, intent::ChoosePlaces, intent::RetryDetails,
                                   intent::DetailsSaved, intent::DetailsNotSaved>;

using ReceiptIntent = std::variant<intent::ChooseReceiptRequest, intent::RetryReceipt, intent::ReceiptJudged>;

using DiscoveryIntent = std::variant<intent::FilterFamily, intent::FilterLevel, intent::FilterMode, intent::FilterInstitute, intent::FilterOpenToMe,
                                     intent::ClearFilters, intent::BrowseFamily, intent::OpenSearch, intent::CloseSearch, intent::ChooseAge, intent::ChooseSchoolYear,
                                     intent::StartFinder, intent::AskAgeAgain, intent::AskSchoolAgain, intent::CompareWith, intent::ToggleTwoLanguages,
                                     intent::ToggleFigureTables, intent::OpenTakeHome, intent::ChooseTakeHome, intent::ShowTakeHomePart>;

using WayfindingIntent = std::variant<intent::ChooseFloor, intent::ToggleAllFloors, intent::ToggleNorthUp, intent::FindNearest, intent::ToggleStepFree,
                                      intent::FindPlace, intent::AddStop, intent::RemoveStop, intent::ShowWalk, intent::EndWalk, intent::OpenWay>;

using Intent = std::variant<intent::Begin, intent::Open, intent::Back, intent::ChooseLanguage, intent::ToggleHeart, intent::ToggleVoice, intent::VoiceEnded,
                            intent::ChooseGuestKind, intent::ChoosePartySize, intent::RetryGuest, intent::GuestSaved,
                            intent::GuestNotSaved, intent::EnterDetails, intent::EnterSchoolGroup, intent::ChooseRole,
                            intent::ComeBackWithGuardian, intent::FocusField, intent::TypeText, intent::TypeEnding, intent::DeleteBackward,
                            intent::DeleteForward, intent::MoveCaret, intent::SelectAll, intent::NextField, intent::FormNext, intent::ToggleConsent, intent::LeadSaved,
                            intent::LeadNotSaved, intent::ContentChanged, intent::OpenStaff, intent::LeaveStaff, intent::OpenComfort, intent::CloseSheet,
                            intent::SetTextSize, intent::ToggleHighContrast, intent::ToggleReducedMotion, intent::ToggleReach, intent::Touched, intent::Tick,
                            intent::Done, intent::Closed, DiscoveryIntent, WayfindingIntent, TourIntent, DetailsIntent, ReceiptIntent, StaffIntent>;

enum class EndReason : std::uint8_t { done, idle, closed };

// What the world must do. `visit` is always the key of the visit it belongs to.
namespace effect {
struct VisitBegan { std::string visit; Language language; };
struct VisitEnded { std::string visit; Language language; EndReason reason; };  // also: wipe everything of the visitor
struct Viewed { std::string visit; ScreenId screen; std::string subject; Language language; };
struct HeartChanged { std::string visit; HeartKind kind; std::string id; bool kept; };
struct PlayVoice { std::filesystem::path file; };  // instead of what is playing; answered by VoiceEnded
struct StopVoice {};
struct SaveLead { model::Lead lead; };    // answered by LeadSaved or LeadNotSaved; without time
struct SaveDetails { std::string key; model::LeadDetails details; };  // answered by DetailsSaved or DetailsNotSaved
struct RequestByReceipt { std::string receipt; model::ReceiptRequest request; };  // answered by ReceiptJudged
struct SaveGuest { model::Guest guest; };  // answered by GuestSaved or GuestNotSaved; without time, which the world knows
}  // namespace effect

using Effect = std::variant<effect::VisitBegan, effect::VisitEnded, effect::Viewed, effect::HeartChanged, effect::PlayVoice, effect::StopVoice, effect::SaveLead,
                            effect::SaveDetails, effect::RequestByReceipt, effect::SaveGuest, effect::TakeTourSeats, effect::ReturnTourSeats, StaffEffect>;

}  // namespace kiosk::session
