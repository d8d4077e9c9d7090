// The touches by which a family leaves its interest (T2), as a script for `kiosk run --script`.
#pragma once

#include <string>

namespace kiosk::tests {

// Up to the consent ticked; then `tap form.submit` hands it in. Typed as on a hardware keyboard, which is quicker.
inline std::string interest_script(const std::string& name, const std::string& phone) {
  return "tap nav.language.fr\ntap home.interest\ntap heart.zellige\ntap form.next\ntap who.adult\nkeys " + name + "\ntap form.next\nkeys " + phone +
         "\ntap form.next\ntap consent.information\n";
}

}  // namespace kiosk::tests
