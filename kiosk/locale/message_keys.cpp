#include <algorithm>

#include "locale/messages.h"

namespace kiosk::locale {

const std::vector<std::string_view>& Messages::known_keys() {
  static const std::vector<std::string_view> keys = [] {
    std::vector<std::string_view> list{
        // attract
        "attract.welcome", "attract.touch", "attract.next_workshop",
        // home
        "home.title", "home.programs", "home.programs_line", "home.workshops", "home.workshops_line", "home.workshops_none",
        "home.families", "home.reception", "home.now_on", "home.next_on", "home.programs_short",
        "home.workshops_short", "home.map_short", "home.reception_short", "home.map_line", "home.interest_line", "home.reception_line", "home.agenda_line",
        "home.recommendations_line",
        // program list
        "program_list.title", "program_list.count", "program_list.empty", "program_list.empty_hint", "filter.family",
        "filter.level", "filter.institute", "filter.clear",
        // program
        "program.learn", "program.tools", "program.steps", "program.material", "program.gesture", "program.piece",
        "program.entry", "program.level_entry", "program.certificate", "program.next_level", "program.length", "program.mode", "program.level",
        "program.where", "program.room", "program.today", "program.no_workshop_today", "duration.months",
        "duration.years", "duration.months_range", "duration.years_range", "duration.minutes", "duration.hours", "duration.hours_minutes", "heart.add", "heart.remove",
        // listening to a program
        "listen.play", "listen.card", "listen.stop", "spoken.ar", "spoken.ary", "spoken.en", "spoken.fr", "spoken.shi", "spoken.zgh",
        // workshops
        "workshops.title", "workshops.now", "workshops.next", "workshops.later", "workshops.until", "workshops.starts_in",
        "workshops.delayed", "workshops.moved", "workshops.full", "workshops.cancelled", "workshops.seats", "workshops.none_now",
        "workshops.none_left", "workshops.none_left_hint",
        // my visit
        "my_visit.title", "my_visit.count", "my_visit.programs", "my_visit.workshops", "my_visit.empty", "my_visit.empty_hint",
        "my_visit.find_programs",
        // plan and leaflet
        "plan.title", "plan.programs", "plan.papers", "plan.registration", "plan.registration_ask", "plan.workshops",
        "plan.contacts", "plan.walk", "plan.scan_contact", "plan.scan_calendar", "plan.scan_text", "plan.scan_url",
        "plan.no_network", "plan.leaflet",
        // navigation, comfort, idle
        "nav.back", "nav.home", "nav.my_visit", "nav.done", "nav.comfort", "comfort.title", "comfort.text_size",
        "comfort.size_normal", "comfort.size_large", "comfort.size_largest", "comfort.contrast", "comfort.contrast_line",
        "comfort.motion", "comfort.motion_line", "comfort.reach", "comfort.reach_line", "comfort.reach_up", "comfort.reach_down", "comfort.on", "comfort.off", "comfort.close", "idle.title", "idle.line",
        "idle.stay", "leave.title", "leave.line", "leave.stay", "leave.sure", "leave.added_title", "leave.added_line",
        "leave.added_stay", "leave.added_sure",
        // the event's day, seen from another
        "day.tomorrow", "day.in_days", "day.over", "day.over_title", "day.no_workshop",
        // agenda
        "agenda.title", "agenda.speaking_now", "agenda.recommendations",
        // reception
        "reception.title", "reception.line", "reception.party_title", "reception.party_line", "reception.persons",
        "reception.saving", "reception.badge", "reception.badge_line", "reception.go_on", "reception.next_guest", "reception.failed",
        "reception.failed_line", "reception.retry",
        // exports, for staff
        "export.leads", "export.guests", "export.receipt", "export.saved_at", "export.name", "export.role", "export.adult",
        "export.guardian", "export.phone", "export.email", "export.programs", "export.language", "export.yes", "export.no",
        "export.badge", "export.kind", "export.party_size", "export.organisation", "export.school", "export.school_level",
        // kinds of guests
        "guest_kind.parent", "guest_kind.future_trainee", "guest_kind.trainee", "guest_kind.trainer",
        "guest_kind.guidance_counsellor", "guest_kind.institute_director", "guest_kind.official", "guest_kind.craft_professional",
        "guest_kind.association", "guest_kind.press", "guest_kind.other",
        // purposes of consent
        "consent.information", "consent.reminders", "consent.newsletter",
        // forms
        "home.interest", "reception.details", "reception.school_group", "reception.details_title", "reception.details_line",
        "reception.school_title", "reception.school_line", "form.next", "field.name", "field.phone", "field.email",
        "field.organisation", "field.school", "field.school_level", "field.group_size", "field.question", "field.answer", "field.first_name", "field.receipt", "problem.name_missing",
        "problem.name_letters", "problem.contact_missing", "problem.phone_letters", "problem.phone_short", "problem.phone_long",
        "problem.phone_country", "problem.phone_unknown", "problem.email_space", "problem.email_letters", "problem.email_at", "problem.email_name",
        "problem.email_ending", "problem.email_wrong", "problem.school_missing", "problem.size_wrong", "problem.identity_number",
        "problem.consent_missing", "interest.programs_title", "interest.programs_line", "interest.who_title",
        "interest.who_line", "interest.adult", "interest.adult_line", "interest.guardian", "interest.guardian_line",
        "interest.minor", "interest.minor_line", "interest.alone_title", "interest.alone_line", "interest.alone_on", "interest.alone_take_line",
        "interest.name_title", "interest.name_line", "interest.guardian_name_title", "interest.guardian_name_line",
        "interest.contact_title", "interest.contact_line", "interest.consent_title", "interest.consent_line",
        "interest.consent_guardian_line", "interest.submit", "interest.saving", "interest.retry", "interest.failed",
        "interest.impossible_title", "interest.impossible_line", "consent_ask.information", "consent_ask.reminders",
        "consent_ask.newsletter", "thanks.title", "thanks.line", "thanks.receipt", "thanks.receipt_code", "thanks.qr_line", "thanks.home",
        // after saving, receipt codes, the counsellor's desk
        "interest.professional", "interest.professional_line", "thanks.more", "thanks.more_line",
        "thanks.details_saving", "thanks.details_saved", "thanks.details_failed", "details.skip", "details.level_title",
        "details.level_line", "details.children_title", "details.children_line", "details.child_add",
        "details.child_number", "details.child_remove", "details.child_name_title", "details.child_name_line",
        "details.child_age_title", "details.child_age_line", "details.child_school_title", "details.child_school_line",
        "details.child_programs_title", "details.child_programs_line", "details.trade_title", "details.trade_line",
        "details.organisation_title", "details.organisation_line", "details.offers_title", "details.offers_line",
        "details.places_title", "details.places_line", "details.places", "details.places_more", "details.reach_title",
        "details.reach_line", "details.reach_language", "details.reach_by", "details.reach_when",
        "details.institute_title", "details.institute_line", "details.institute_any", "details.topics_title",
        "details.topics_line", "details.question_title", "details.question_line", "age_band.range", "age_band.up_to",
        "age_band.from", "reply_language.ar", "reply_language.ary", "reply_language.shi", "reply_language.zgh",
        "reply_language.fr", "reply_language.en", "reach_by.call", "reach_by.sms", "reach_by.whatsapp",
        "reach_by.email", "reach_when.morning", "reach_when.afternoon", "reach_when.evening", "reach_when.weekend",
        "trade.artisan", "trade.cooperative", "trade.company", "trade.association", "offer.apprenticeship",
        "offer.internship", "offer.job", "offer.demonstration", "offer.partnership", "receipt.open", "receipt.title",
        "receipt.line", "receipt.choose_title", "receipt.choose_line", "receipt.call_back", "receipt.call_back_line",
        "receipt.erase", "receipt.erase_line", "receipt.erase_title", "receipt.erase_ask", "receipt.erase_sure", "receipt.erase_not", "receipt.erase_not_line", "receipt.sending", "receipt.noted_title", "receipt.noted_call",
        "receipt.noted_erase", "receipt.paused_title", "receipt.paused_line", "receipt.failed_title",
        "receipt.failed_line", "problem.receipt_missing", "problem.receipt_wrong", "receipt.tries",
        "urgency.erase_asked", "urgency.call_back_asked",
        "urgency.overdue", "urgency.due_today", "urgency.question_open", "urgency.due_later", "urgency.new_lead",
        "urgency.answered", "staff.desk", "staff.desk_title", "staff.desk_empty", "staff.desk_code", "staff.desk_count",
        "staff.code_title", "staff.code_line", "staff.family_title", "staff.family_reading", "staff.family_gone",
        "staff.family_gone_line", "staff.family_contact", "staff.family_correct", "staff.family_asks",
        "staff.family_question", "staff.family_write", "staff.family_call", "staff.family_call_none",
        "staff.family_today", "staff.family_no_date",
        "staff.family_state", "staff.family_answered", "staff.family_waiting", "staff.family_mark",
        "staff.family_unmark", "staff.family_erase_title", "staff.family_erase_line", "staff.family_erase",
        "staff.family_erase_yes", "staff.family_erase_no", "staff.family_not_written", "staff.family_not_written_line",
        "staff.answer_title", "staff.answer_line", "staff.contact_title", "staff.contact_line", "staff.save",
        "staff.notice_missing", "notice_item.controller", "notice_item.purposes", "notice_item.recipients",
        "notice_item.mandatory", "notice_item.rights", "notice_item.retention", "notice_item.authorisation",
        "staff.by_craft", "staff.craft_counts", "export.urgency", "export.call_back_by", "export.answered",
        "export.answer", "export.question", "export.topics", "export.children", "export.school_year",
        "export.reply_language", "export.reach_by", "export.reach_when", "export.institute", "export.lead_kind",
        "export.family", "export.professional", "export.trade", "export.offers", "export.places", "export.notice", "export.seats", "export.ticket", "export.departure",
        "export.tour", "export.seats_taken", "export.taken_at", "export.returned_at",
        // after saving, receipt codes, the counsellor's desk
        "staff.desk_more", "staff.family_unreadable", "staff.family_unreadable_line",
        // map
        "home.map", "map.title", "map.hint", "map.you_are_here", "map.metres", "map.minutes", "map.by_stairs", "map.by_lift",
        "map.step_free", "map.no_route", "map.equipment", "map.look_for", "map.close", "map.take_me",
        "map.recentre", "place_kind.wc", "place_kind.exit", "place_kind.prayer", "place_kind.first_aid", "place_kind.lift",
        "place_kind.reception", "place_kind.water", "place_kind.info", "map.zoom_in", "map.zoom_out", "map.steps", "map.stop_add", "map.stop_kept", "map.stop_remove", "map.more_steps", "map.best_order", "map.walk_end", "map.find_place", "map.find_hint", "map.find_none", "map.find_none_near", "map.find_none_at_all", "map.nearest", "map.all_floors", "map.north_up", "map.as_you_look",
        // the words of a way
        "way.title", "way.title_walk", "way.stop", "way.set_off", "way.set_off_towards", "way.turn", "way.turn_at",
        "way.leave", "way.go", "way.go_past", "way.there_stairs", "way.there_lift", "way.there_ramp", "way.up",
        "way.down", "way.level", "way.arrive", "way.arrive_door", "way.text_from", "way.code_line",
        "way.none_unknown_place", "way.none_no_door", "way.none_no_way", "way.none_only_by_stairs",
        "way.none_only_narrow",
        // guided tours
        "tours.title", "tours.line", "tours.next", "tours.guide", "tours.length", "tours.stops", "tours.seats_left",
        "tours.at_reception", "tours.no_ticket", "tours.group_at", "tours.group_to", "tours.no_more", "tours.under_way",
        "tours.over", "tours.families", "tours.all_over", "tours.all_over_hint", "tours.none_such", "tours.own", "tours.own_fits",
        "tours.own_fits_long", "tours.own_none", "tours.own_until", "tours.own_until_end", "tours.own_needed", "tours.own_later",
        "tours.own_hint", "tour.stops", "tour.departures", "tour.sign_up", "tour.gone", "tour.over", "tour.full_line",
        "tour.reception_line", "tour.no_ticket_line", "tour.meeting", "tour.meeting_at", "tour.show_way", "tour.group", "tour.catch_up",
        "tour.reach", "tour.too_late", "tour.whole", "tour.saving", "tour.failed", "tour.failed_line", "tour.refused", "tour.returned",
        "tour.not_returned", "tour.ticket", "tour.ticket_line", "tour.ticket_of", "tour.qr_line", "tour.give_back", "tour.give_back_sure", "tour.overlaps",
        "tour.giving_back", "tour.look", "tour.mine", "home.tours_short", "home.tours_line",
        // finding one's craft
        "home.finder", "home.questions", "home.after", "home.figures", "field.search", "search.open", "search.title", "search.line", "search.hint",
        "search.none", "search.none_near", "search.family", "search.close", "filter.mode", "filter.for_me", "filter.for_me_ask", "filter.for_me_open", "finder.age_title", "finder.age_line",
        "finder.school_title", "finder.school_line", "finder.result_title", "finder.years", "finder.and_older", "finder.open", "finder.one_step",
        "finder.later", "finder.closed", "finder.open_title", "finder.none_open", "finder.none_at_all", "finder.too_old", "finder.step_title", "finder.ladder_title",
        "finder.step_age", "finder.step_school", "finder.step_bridge", "compare.title", "compare.choose", "compare.another",
        "compare.open", "my_visit.take_home", "program.take_home", "take_home.title", "take_home.contact", "take_home.contact_line", "take_home.text",
        "take_home.text_line", "take_home.calendar", "take_home.calendar_line", "take_home.url", "take_home.url_line", "program.show_on_map", "program.compare", "program.two_languages", "program.bridge_to",
        // questions, after the diploma, figures
        "source.line", "questions.title", "questions.line", "questions.desk", "questions.qr_line", "after.title", "after.line", "after.charts",
        "after.stories", "after.demo_story", "figures.title", "figures.line", "figures.demo", "figures.more_than", "figures.as_tables",
        "figures.as_charts", "attract.institutes",
        // staff
        "staff.pin_title", "storage.title", "storage.visitors", "storage.full", "storage.read_only", "storage.failing", "storage.damaged", "storage.begun_anew", "storage.set_aside",
        "storage.backups_fail", "storage.missing", "storage.nothing_missing", "storage.take_over", "storage.begin_anew", "storage.taking_over", "storage.taken_over",
        "storage.taken_over_line", "storage.not_taken_over", "storage.not_taken_over_line",
        "form.room", "form.full", "staff.by_tour", "staff.family_erased", "staff.family_erased_line", "staff.family_consent", "staff.family_draft", "staff.closing",
        "staff.pin_line", "staff.pin_missing", "staff.pin_choose_title", "staff.pin_choose_line",
        "staff.pin_confirm_title", "staff.pin_confirm_line", "staff.pin_wrong", "staff.pin_locked", "staff.pin_locked_help", "staff.pin_different",
        "staff.pin_weak_repeats", "staff.pin_weak_counts", "staff.pin_weak_mirrored", "staff.pin_weak_date", "staff.pin_not_written_full",
        "staff.pin_not_written_read_only", "staff.pin_not_written_failing", "staff.pin_offer_over", "staff.pin_unavailable", "staff.pin_enter", "staff.pin_erase", "staff.close", "staff.quit", "staff.quit_yes", "staff.quit_no",
        "staff.today", "staff.export", "staff.day", "staff.kiosk", "staff.export_title", "staff.export_what", "staff.export_format",
        "staff.export_xlsx", "staff.export_csv", "staff.export_where", "staff.no_stick", "staff.stick_free", "staff.stick_read_only",
        "staff.export_write", "staff.export_writing", "staff.export_writing_line", "staff.export_written", "staff.export_rows",
        "staff.export_failed", "staff.export_full", "staff.export_read_only", "staff.export_gone", "staff.export_no_data",
        "staff.export_other", "staff.day_title", "staff.later_title", "staff.as_planned", "staff.later_total", "staff.next_item",
        "staff.later", "staff.later_limit", "staff.later_undo", "staff.mode_title", "staff.mode_line", "staff.mode_agenda", "staff.day_not_kept",
        "staff.day_not_kept_line", "staff.kiosk_title", "staff.files_title", "staff.files_shown", "staff.files_refused",
        "staff.reload", "staff.leave_title", "staff.leave_line", "day_mode.ceremony", "day_mode.tour", "day_mode.free_visit",
        "day_mode.closing", "staff.today_title", "staff.counting", "staff.visits", "staff.persons", "staff.leads", "staff.hearts", "staff.by_hour",
        "staff.zone_differs", "staff.zone_missing", "staff.clock_before_program", "staff.clock_before_records", "staff.clock_leapt", "staff.clock_right",
        "staff.purge_title", "staff.purge_line", "staff.purge_confirm", "staff.purge_waits", "staff.purge_wrong_clock", "staff.purge_event_day", "staff.purge_most_rows",
        "staff.by_kind", "staff.by_heart", "staff.by_view", "staff.by_language",
    };
    std::sort(list.begin(), list.end());
    return list;
  }();
  return keys;
}

}  // namespace kiosk::locale
