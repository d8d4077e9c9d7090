// The rules of the forms: which fields a screen asks for, what may stand in them, and the lead they make. Pure functions on a session.
#pragma once

#include <chrono>
#include <cstddef>

#include "model/catalogue.h"
#include "model/lead.h"
#include "session/session.h"

namespace kiosk::session {

// Judges every field on screen, notes what is wrong and puts the keyboard into the first that is.
// True when nothing is.
bool check_fields(Session& session);

// Puts the keyboard into `field`. The one that is left is judged when something stands in it: an empty one is still to come.
void move_focus(Session& session, Field field);
// `field` is being changed: what was wrong with it, and with another for its sake, is forgotten.
void forget_problem(Form& form, Field field);

std::size_t most_letters(Field field);  // code points
int group_size(const Form& form);  // 0 when it is no number that a group can have

// The lead as it will be stored, without time and receipt.
model::Lead lead_of(const Session& session, const model::Catalogue& catalogue);
// The notice of law 09-08 as this language shows it, an item a line.
std::string notice_text(const model::Catalogue& catalogue, Language language);

// How long this screen waits for a touch before the countdown begins.
std::chrono::seconds patience(const Session& session, const IdleRules& rules);

// A page on which something is being told: the way out looks quiet there and keeps its distance from "next".
bool is_telling(const Session& session);
// Whether the end of the visit would lose what was typed, ticked or chosen and is not stored yet.
bool has_unsaved_entries(const Session& session);

void wipe(Form& form);

}  // namespace kiosk::session
