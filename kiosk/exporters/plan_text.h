// A plan put into words, section by section, for papers, codes and whoever shows it: headings and formats from the strings files, everything else
// from the plan. Pure; never fails, a section without lines is left out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "locale/messages.h"
#include "model/plan.h"

namespace kiosk::exporters {

using model::PlanLine;
using model::PlanSection;

// How much is said: the essentials are what one needs at home, beside a card that has the contacts: programs, papers, registration.
enum class PlanExtent : std::uint8_t { whole, essentials };

// In the order of use: workshops today, programs, papers, registration, contacts. Words are the plan's own language where it has them.
std::vector<PlanSection> plan_sections(const model::Plan& plan, const locale::Messages& messages, PlanExtent extent);

// "Zellige workshop · ground floor, left · 2 minutes on foot", or with the institute where no way from here is known; empty when the place is not.
base::Phrase place_phrase(const model::PlanPlace& place, const locale::Messages& messages, base::Language language);

// With no-break spaces: a time range or a telephone number that stays on one line.
std::string unbroken(std::string_view text);

}  // namespace kiosk::exporters
