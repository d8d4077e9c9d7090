#include "app/records_table.h"

#include <utility>

#include "store/records.h"

namespace kiosk::app {

base::Result<exporters::Table> records_table(model::ExportWhat what, const std::filesystem::path& data, const exporters::Wording& wording, base::WallTime now) {
  if (what == model::ExportWhat::leads) {
    auto leads = store::read_leads(data);
    if (!leads) return tl::make_unexpected(leads.error());
    return exporters::lead_table(std::move(*leads), wording, locale::local_time(now, wording.catalogue.event.time_zone).date);
  }
  const auto guests = store::read_guests(data);
  if (!guests) return tl::make_unexpected(guests.error());
  return exporters::guest_table(*guests, wording);
}

}  // namespace kiosk::app
