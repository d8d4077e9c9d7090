#include "app/desk_page.h"

namespace kiosk::app {
namespace {

constexpr std::string_view kArabic = "مرحبا بكم. المرجو سؤال مكتب الاستقبال.";
constexpr std::string_view kFrench = "Bienvenue. Veuillez vous adresser à l’accueil.";
constexpr std::string_view kEnglish = "Welcome. Please ask at the desk.";

model::LocalText greeting() {
  model::LocalText text;
  text.in(base::Language::arabic) = kArabic;
  text.in(base::Language::french) = kFrench;
  text.in(base::Language::english) = kEnglish;
  return text;
}

}  // namespace

// A catalogue of one welcome slide, whose words are these: the same screens draw it, and no message but these exists.
content::Content desk_page() {
  content::Content content;
  content.catalogue.event.name = greeting();
  content.catalogue.slides.push_back({model::SlideKind::desk, {}, {}, base::Language::arabic, std::chrono::seconds(60)});
  return content;
}

}  // namespace kiosk::app
