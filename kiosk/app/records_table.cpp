#include "app/records_table.h"

#include "store/records.h"

namespace kiosk::app {

base::Result<exporters::Table> records_table(model::ExportWhat what, const std::filesystem::path& data, const exporters::Wording& wording) {
  if (what == model::ExportWhat::leads) {
    const auto leads = store::read_leads(data);
    if (!leads) return tl::make_unexpected(leads.error());
    return exporters::lead_table(*leads, wording);
  }
  const auto guests = store::read_guests(data);
  if (!guests) return tl::make_unexpected(guests.error());
  return exporters::guest_table(*guests, wording);
}

}  // namespace kiosk::app
