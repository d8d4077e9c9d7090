#include "model/desk.h"

#include <algorithm>

namespace kiosk::model {

Urgency urgency_of(const Lead& lead, std::chrono::year_month_day today) {
  if (lead.asked_to_erase) return Urgency::erase_asked;
  const bool answered = lead.desk.answered_at.has_value();
  if (lead.asked_to_call_back && (!answered || *lead.desk.answered_at < *lead.asked_to_call_back)) return Urgency::call_back_asked;
  if (answered) return Urgency::answered;
  if (lead.desk.call_back_by) {
    if (*lead.desk.call_back_by < today) return Urgency::overdue;
    return *lead.desk.call_back_by == today ? Urgency::due_today : Urgency::due_later;
  }
  return lead.details.question.empty() && lead.details.topics.empty() ? Urgency::new_lead : Urgency::question_open;
}

UrgencyPlace urgency_place(const Lead& lead, std::chrono::year_month_day today) {
  constexpr std::chrono::year_month_day kNoDay{std::chrono::year(9999), std::chrono::month(12), std::chrono::day(31)};
  return {urgency_of(lead, today), lead.desk.call_back_by.value_or(kNoDay), lead.at};
}

void sort_by_urgency(std::vector<Lead>& leads, std::chrono::year_month_day today) {
  std::stable_sort(leads.begin(), leads.end(), [&](const Lead& a, const Lead& b) { return urgency_place(a, today) < urgency_place(b, today); });
}

}  // namespace kiosk::model
