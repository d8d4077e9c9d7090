// Leads with everything that belongs to them, page by page from a copy of the database: a hundred thousand need no more memory than one page.
// Personal data passes through here; no error message holds any.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/lead.h"

namespace kiosk::store {

class LeadReader {
 public:
  // Copies the database in `folder` (snapshot.h). In the order of model/desk.h as of `today`, or without it by time of saving.
  static base::Result<LeadReader> open(const std::filesystem::path& folder, const std::optional<std::chrono::year_month_day>& today);

  LeadReader(LeadReader&& other) noexcept;
  LeadReader& operator=(LeadReader&&) = delete;
  ~LeadReader();

  // The leads that follow those given before; none at the end.
  base::Result<std::vector<model::Lead>> next();
  // Every purpose of consent that any lead was asked, in the order in which they are asked.
  base::Result<std::vector<std::string>> purposes();

 private:
  struct State;
  explicit LeadReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// All of them, by time of saving.
base::Result<std::vector<model::Lead>> read_leads(const std::filesystem::path& folder);

}  // namespace kiosk::store
