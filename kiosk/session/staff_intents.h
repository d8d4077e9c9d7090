// What staff want behind the PIN (intents), and what the world must do about it (effects). Plain values; part of intents.h.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "model/catalogue.h"
#include "model/disk_trouble.h"
#include "model/export_order.h"
#include "model/lead.h"
#include "session/state.h"

namespace kiosk::session {

namespace intent {
// What staff want; only on the staff pages.
struct PinDigit { char digit; };
struct PinErase {};
struct PinEnter {};
enum class PinSetting : std::uint8_t { set, offered, missing };
struct PinKnown { PinSetting setting; };  // the answer to AskPin
enum class PinVerdict : std::uint8_t { right, wrong, locked, unavailable };
struct PinJudged { PinVerdict verdict; int locked_minutes; };
// Another one was not taken: the offer is over, or the disk did not take it.
struct PinNotSet { model::DiskTrouble trouble; };
struct OpenStaffPage { ScreenId screen; };
struct ChooseExport { model::ExportWhat what; };
struct ChooseExportFormat { model::ExportFormat format; };
struct ChooseStick { std::string folder; };
struct WriteExport { std::string folder; };  // onto this stick
struct ExportWritten { std::int64_t rows; std::string file; };
struct ExportFailed { model::ExportProblem problem; };
struct SticksChanged {};  // one was plugged in or taken out
struct ShiftDay { std::chrono::minutes by; };  // everything that has not begun, later
struct UndoShift {};                           // takes the last shift back
struct ChooseDayMode { std::optional<model::DayMode> mode; };  // nothing: as the agenda says
struct DayKept { bool on_disk; };  // the answer to each of these three
struct ReloadContent {};
struct ConfirmPurge {};  // the clock is right, and what is asked about may go
struct QuitKiosk {};
// Leads that a backup holds and the database lacks, by the backup's name; an empty one: a damaged database is put aside for a new one.
struct TakeOver { std::string backup; };
struct TakenOver { bool done; std::int64_t leads; };
// The counsellor's desk (S8).
struct OpenFamily { std::string receipt; };  // canonical
enum class FamilyFound : std::uint8_t { found, gone, unreadable };
struct FamilyRead { std::string receipt; FamilyFound found; model::DeskNotes notes; std::string draft = {}; };  // an answer begun before
struct ChooseCallBack { std::optional<std::chrono::year_month_day> day; };
struct MarkAnswered { bool answered; base::WallTime at = {}; };  // the world knows the time
struct EditAnswer {};
struct EditContact { std::string name; std::string phone; std::string email; };  // as they stand
struct EraseFamily {};  // the first asks
struct KeepFamily {};   // the answer "no"
struct DeskWritten { std::string receipt; bool on_disk; };
}  // namespace intent

using DeskIntent = std::variant<intent::OpenFamily, intent::FamilyRead, intent::ChooseCallBack, intent::MarkAnswered, intent::EditAnswer, intent::EditContact,
                                intent::EraseFamily, intent::KeepFamily, intent::DeskWritten>;

using StaffIntent = std::variant<intent::PinDigit, intent::PinErase, intent::PinEnter, intent::PinKnown, intent::PinJudged, intent::PinNotSet, intent::OpenStaffPage,
                                 intent::ChooseExport, intent::ChooseExportFormat, intent::ChooseStick, intent::WriteExport,
                                 intent::ExportWritten, intent::ExportFailed, intent::SticksChanged, intent::ShiftDay, intent::UndoShift, intent::ChooseDayMode,
                                 intent::DayKept, intent::ReloadContent, intent::ConfirmPurge, intent::QuitKiosk, intent::TakeOver, intent::TakenOver, DeskIntent>;

namespace effect {
struct AskPin {};                        // answered by PinKnown
struct TryPin { std::string pin; };      // answered by PinJudged
struct SetFirstPin { std::string pin; };  // answered by PinJudged or PinNotSet
struct ReadStatistics {};                // for the staff pages, anew
struct WriteExport { model::ExportOrder order; };  // answered by ExportWritten or ExportFailed
struct ShiftDay { std::chrono::minutes by; };      // answered by DayKept, like the next two
struct UndoShift {};
struct ChooseDayMode { std::optional<model::DayMode> mode; };
struct ReloadContent {};
struct TakeOver { std::string backup; };  // answered by TakenOver
struct ReadDesk {};                      // the families, most urgent first
struct ReadFamily { std::string receipt; };  // answered by FamilyRead
struct SaveDeskNotes { std::string receipt; model::DeskNotes notes; };  // answered by DeskWritten, like the next two
struct CorrectContact { std::string receipt; std::string name; std::string phone; std::string email; };
struct EraseFamily { std::string receipt; };
struct ConfirmPurge {};
struct KeepDraft { std::string receipt; std::string answer; };  // until it is saved; empty: it was, or is not wanted
struct StaffLeft {};                     // wipe what staff saw
struct QuitKiosk {};
}  // namespace effect

// What only the staff pages ask for.
using StaffEffect = std::variant<effect::AskPin, effect::TryPin, effect::SetFirstPin, effect::ReadStatistics, effect::WriteExport, effect::ShiftDay,
                                 effect::UndoShift, effect::ChooseDayMode, effect::ReloadContent, effect::TakeOver, effect::ReadDesk, effect::ReadFamily, effect::SaveDeskNotes,
                                 effect::CorrectContact, effect::EraseFamily, effect::ConfirmPurge, effect::KeepDraft, effect::StaffLeft, effect::QuitKiosk>;

}  // namespace kiosk::session
