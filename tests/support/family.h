// A family that left its interest: no more than a lead needs.
#pragma once

#include <string>

#include "model/lead.h"

namespace kiosk::tests {

inline model::Lead family_lead(const std::string& key, base::WallTime at) {
  model::Lead lead;
  lead.key = key;
  lead.at = at;
  lead.name = "عائلة";
  lead.phone = "+212612345678";
  return lead;
}

}  // namespace kiosk::tests
