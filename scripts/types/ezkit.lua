---@meta ezkit
-- Generated from the program's own tables by its tests: do not edit.

---@alias Text string|table<string, string>  One string a language: { nl = "…", en = "…" }
---@alias Hang table  { "name", mm }
---@class Kit
---@class Deck
---@class Face
---@class Theme
---@class Worksheet
---@class Exercise
---@class Field
---@class Node
---@class Card
---@field id string
---@field title Text
---@field copies integer
---@field [string] any  What its deck declares.
---@class Context
---@field kit table  id, version, licence, title, subtitle
---@field deck table  id, code, title, width, height, bleed
---@field number integer  Of the card in its deck, from 1.
---@field count integer  Cards in the deck.
---@field edition "full"|"mono"

---@class KitFields
---@field id string  Begins the name of each printed file.
---@field version? string  Of the kit: "1.0.0".
---@field languages string[]  Language codes (BCP 47); the first is the language it is written in.
---@field title Text  The kit's name.
---@field subtitle? Text  A line under the name.
---@field licence? string  As printed: "CC BY 4.0".
---@field theme string  kit/<theme>.lua
---@field decks? string[]  kit/decks/<name>.lua
---@field worksheets? string[]  kit/worksheets/<name>.lua
---@field exercises? string[]  scripts/<name>.lua, or with * all of a folder: "organisation/*", where finding none is fine.
---@field materials? table  What exercises need on the table, each by its name: { notes = { nl = "…", en = "…" } }.

---Everything that belongs together.
---@param fields KitFields
---@return Kit
function kit(fields) end

---@class DeckFields
---@field id string  The deck's name in commands and references.
---@field code string  A short name: "N".
---@field title Text  The deck's name for people.
---@field size string|number[]  Of a trimmed card: "a6" or { 105, 148 }.
---@field bleed? number  Colour past the edge, in mm.
---@field safe? number  Text stays this far from the edge, in mm.
---@field corner? number  Radius of the cut corners, in mm.
---@field copies? integer  Of each card, unless it says so.
---@field face string  kit/faces/<face>.lua
---@field fields? table  What a card of this deck has.
---@field cards table  A list of card { … }, or csv "file.csv".

---Cards of one size and look.
---@param fields DeckFields
---@return Deck
function deck(fields) end

---@class CardFields
---@field id string  Unique in the kit: "N01".
---@field title Text  The card's name.
---@field copies? integer  How many of this card.
---@field [string] any

---One card; the deck says which fields it has.
---@param fields CardFields
---@return Card
function card(fields) end

---@class FaceFields
---@field extends? string  kit/faces/<extends>.lua: a face whose sides are taken over, and whose slots can be filled.
---@field front? fun(card: Card, ctx: Context): Node|table<string, fun(card: Card, ctx: Context): Node|Node[]|false>  function(card, ctx) that gives nodes; or such functions by the name of the slot they fill.
---@field back? fun(card: Card, ctx: Context): Node|table<string, fun(card: Card, ctx: Context): Node|Node[]|false>  The same for the other side.

---What the two sides of a card look like.
---@param fields FaceFields
---@return Face
function face(fields) end

---@class ThemeFields
---@field extends? string  kit/<extends>.lua: a theme whose fonts, colours and styles are taken over by name.
---@field typography? boolean  Curly quotes, en dash between digits, no-break space before units, by language.
---@field fonts table  Font families by name: { serif = "Literata" }.
---@field colours? table  Colours by name: { ink = { rgb = "#1E2420", cmyk = { 0, 0, 0, 100 } } }.
---@field styles table  Text styles by name.

---Fonts, colours and text styles of a kit.
---@param fields ThemeFields
---@return Theme
function theme(fields) end

---@class WorksheetFields
---@field id string  The worksheet's name in commands.
---@field code string  A short name: "W01".
---@field title Text  The worksheet's name for people.
---@field exercise? string  The exercise it belongs to.
---@field colour? string  Of the fields and canvases that name none.
---@field size string|number[]  "a3" or { 420, 297 }.
---@field orientation? "portrait"|"landscape"  Upright, or on its side.
---@field bleed? number  Colour past the edge, in mm.
---@field safe? number  Text stays this far from the edge, in mm.
---@field [integer] Node

---A large sheet to write on.
---@param fields WorksheetFields
---@return Worksheet
function worksheet(fields) end

---@class ExerciseFields
---@field id string  Its name in commands, and that of its file: ID.lua.
---@field code? string  A short name: "O1".
---@field version string  Of the exercise: "1.0.0".
---@field api integer  The level of the steps it is written for: 1.
---@field languages? string[]  Those of the kit, in which every step has its text; may be left out.
---@field title Text  The exercise's name for people.
---@field goal Text  What it is for, in a sentence.
---@field when? Text  When it fits.
---@field outcome? Text  What there is at its end.
---@field tips? Text  For the facilitator.
---@field pitfalls? Text  What often goes wrong.
---@field reference? string  On what it rests, the same in each language.
---@field track? string  The series that it belongs to: "organisation".
---@field people integer[]  How many can take part: { 3, 30 }.
---@field minutes integer  How long it takes.
---@field retention? integer  How many days its sessions are to be kept; 30 without it.
---@field materials? string[]  What lies on the table: materials of kit/kit.lua, and ids of decks, worksheets and cards.
---@field decks? table  Decks that it draws from: { "natuur" }, or cards of its own: { words = { { id = "reed", nl = "…" } } }.
---@field includes? string[]  Exercises of the kit that it runs as a part of itself.
---@field worksheet? string  The worksheet that is its twin on paper.
---@field params? table  What the facilitator says before it begins, each by its name.
---@field run fun(s: Steps): any  function(s): the exercise itself.

---What a group does, step by step; a file below scripts/.
---@param fields ExerciseFields
---@return Exercise
function exercise(fields) end

---@class FieldFields
---@field optional? boolean  May be left out.
---@field max? integer  Characters, at most.
---@field lang? string  The language of plain text.
---@field doc? string  A note for authors.
---@field [integer|string] any

field = {}

---One text in each language.
---@param what FieldFields
---@return Field
function field.text(what) end

---Text without language, or in one foreign language.
---@param what FieldFields
---@return Field
function field.plain(what) end

---A number.
---@param what FieldFields
---@return Field
function field.number(what) end

---A colour of the theme.
---@param what FieldFields
---@return Field
function field.colour(what) end

---One of a list of words.
---@param what FieldFields|string
---@return Field
function field.one_of(what) end

---The id of a card in another deck.
---@param what FieldFields|string
---@return Field
function field.ref(what) end

---A list of ids of cards in another deck.
---@param what FieldFields|string
---@return Field
function field.refs(what) end

---A list of one kind of value.
---@param what FieldFields
---@return Field
function field.list(what) end

---Some fields together.
---@param what FieldFields
---@return Field
function field.group(what) end

---Cards from a CSV file, from the folder of the file that names it.
---@param file string
---@return table
function csv(file) end

---@class ColumnFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field height? number|string  mm, or "40%" of what holds it.
---@field colour? string  A name of the theme, "#RRGGBB", or "name 12%".
---@field radius? number  Of its corners, in mm.
---@field stroke? string  Colour of a line around it.
---@field weight? number  Of that line, in mm.
---@field gap? number  Between its children, in mm.
---@field padding? number|number[]  Inside its edges, in mm.
---@field align? "start"|"centre"|"end"|"baseline"  Across its direction.
---@field [integer] Node

---Its children under each other.
---@param fields ColumnFields
---@return Node
function column(fields) end

---@class RowFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field height? number|string  mm, or "40%" of what holds it.
---@field colour? string  A name of the theme, "#RRGGBB", or "name 12%".
---@field radius? number  Of its corners, in mm.
---@field stroke? string  Colour of a line around it.
---@field weight? number  Of that line, in mm.
---@field gap? number  Between its children, in mm.
---@field padding? number|number[]  Inside its edges, in mm.
---@field align? "start"|"centre"|"end"|"baseline"  Across its direction.
---@field [integer] Node

---Its children side by side.
---@param fields RowFields
---@return Node
function row(fields) end

---@class GridFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field height? number|string  mm, or "40%" of what holds it.
---@field colour? string  A name of the theme, "#RRGGBB", or "name 12%".
---@field radius? number  Of its corners, in mm.
---@field stroke? string  Colour of a line around it.
---@field weight? number  Of that line, in mm.
---@field gap? number  Between its children, in mm.
---@field padding? number|number[]  Inside its edges, in mm.
---@field align? "start"|"centre"|"end"|"baseline"  Across its direction.
---@field columns? integer  How many side by side.
---@field [integer] Node

---Its children in columns of one width.
---@param fields GridFields
---@return Node
function grid(fields) end

---@class LayersFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field height? number|string  mm, or "40%" of what holds it.
---@field colour? string  A name of the theme, "#RRGGBB", or "name 12%".
---@field radius? number  Of its corners, in mm.
---@field stroke? string  Colour of a line around it.
---@field weight? number  Of that line, in mm.
---@field gap? number  Between its children, in mm.
---@field padding? number|number[]  Inside its edges, in mm.
---@field align? "start"|"centre"|"end"|"baseline"  Across its direction.
---@field [integer] Node

---Its children over each other, each placed by at, below or above.
---@param fields LayersFields
---@return Node
function layers(fields) end

---@class FrameFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field height? number|string  mm, or "40%" of what holds it.
---@field colour? string  A name of the theme, "#RRGGBB", or "name 12%".
---@field radius? number  Of its corners, in mm.
---@field stroke? string  Colour of a line around it.
---@field weight? number  Of that line, in mm.
---@field gap? number  Between its children, in mm.
---@field padding? number|number[]  Inside its edges, in mm.
---@field align? "start"|"centre"|"end"|"baseline"  Across its direction.
---@field [integer] Node

---A ground or line around its children.
---@param fields FrameFields
---@return Node
function frame(fields) end

---@class PageFields
---@field gap? number  Between its children, in mm.
---@field padding? number|number[]  Inside its edges, in mm.
---@field align? "start"|"centre"|"end"|"baseline"  Across its direction.
---@field [integer] Node

---One page of a worksheet.
---@param fields PageFields
---@return Node
function page(fields) end

---@class PagesFields
---@field size? string|number[]  Of its pages; that of the worksheet when left out.
---@field margin? number|number[]  From the edge to the text, in mm; 18 when left out. Of a right-hand page, where they are mirrored.
---@field mirrored? boolean  Left-hand pages have the margins of right-hand ones the other way round.
---@field head? table  A node in the upper margin of each page, halfway its height.
---@field foot? table  The same in the lower margin.
---@field columns? integer  How many side by side.
---@field gutter? number  Between them, in mm; 6 when left out.
---@field gap? number  Between its children, in mm.
---@field grid? number  A baseline grid: lines of text stand on multiples of it, in mm from the upper margin.
---@field [integer] Node

---As many pages of a worksheet as what stands in it needs.
---@param fields PagesFields
---@return Node
function pages(fields) end

---@class FillFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field height? number|string  mm, or "40%" of what holds it.
---@field colour? string  A name of the theme, "#RRGGBB", or "name 12%".
---@field radius? number  Of its corners, in mm.
---@field stroke? string  Colour of a line around it.
---@field weight? number  Of that line, in mm.

---A plain area of colour; never read aloud.
---@param fields FillFields
---@return Node
function fill(fields) end

---@class GrowFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.

---Takes what a row or column has left.
---@param fields GrowFields
---@return Node
function grow(fields) end

---@class SpaceFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field height? number|string  mm, or "40%" of what holds it.

---Empty room.
---@param fields SpaceFields
---@return Node
function space(fields) end

---@class RuleFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field height? number|string  mm, or "40%" of what holds it.
---@field weight? number  In mm.
---@field dash? number[]  { on, off } in mm.
---@field colour? string  Of the line.

---A line; never read aloud.
---@param fields RuleFields
---@return Node
function rule(fields) end

---@class HeadingFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field style? string  A style of the theme.
---@field fit? number[]  { largest, smallest } size in points.
---@field even? boolean  As small as its like (by name, else by style) on any card of the deck must be to fit.
---@field lines? integer  At most so many lines.
---@field setting? "style"|"plain"|"balance"|"pretty"|"justify"  How lines are broken.
---@field size? number  Another type size, in points.
---@field leading? number  Another leading, in points.
---@field align? "start"|"centre"|"end"|"baseline"|"outside"|"inside"  Within its width; outside and inside are away from the spine and towards it.
---@field colour? string  Of the letters.
---@field tracking? number  Points between letters.
---@field features? string  OpenType: "lnum,tnum".
---@field lang? string  The language of these words.
---@field level? integer  1 for a title, 2 for what is under it.
---@field [integer] string|number|Text|Node

---A title, which readers can jump to.
---@param fields HeadingFields
---@return Node
function heading(fields) end

---@class TextFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field style? string  A style of the theme.
---@field fit? number[]  { largest, smallest } size in points.
---@field even? boolean  As small as its like (by name, else by style) on any card of the deck must be to fit.
---@field lines? integer  At most so many lines.
---@field setting? "style"|"plain"|"balance"|"pretty"|"justify"  How lines are broken.
---@field size? number  Another type size, in points.
---@field leading? number  Another leading, in points.
---@field align? "start"|"centre"|"end"|"baseline"|"outside"|"inside"  Within its width; outside and inside are away from the spine and towards it.
---@field colour? string  Of the letters.
---@field tracking? number  Points between letters.
---@field features? string  OpenType: "lnum,tnum".
---@field lang? string  The language of these words.
---@field [integer] string|number|Text|Node

---A paragraph.
---@param fields TextFields
---@return Node
function text(fields) end

---@class QuoteFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field style? string  A style of the theme.
---@field fit? number[]  { largest, smallest } size in points.
---@field even? boolean  As small as its like (by name, else by style) on any card of the deck must be to fit.
---@field lines? integer  At most so many lines.
---@field setting? "style"|"plain"|"balance"|"pretty"|"justify"  How lines are broken.
---@field size? number  Another type size, in points.
---@field leading? number  Another leading, in points.
---@field align? "start"|"centre"|"end"|"baseline"|"outside"|"inside"  Within its width; outside and inside are away from the spine and towards it.
---@field colour? string  Of the letters.
---@field tracking? number  Points between letters.
---@field features? string  OpenType: "lnum,tnum".
---@field lang? string  The language of these words.
---@field [integer] string|number|Text|Node

---What somebody says.
---@param fields QuoteFields
---@return Node
function quote(fields) end

---@class SmallFields
---@field colour? string  Of the letters.
---@field tracking? number  Points between letters.
---@field features? string  OpenType: "lnum,tnum".
---@field lang? string  The language of these words.
---@field [integer] string|number|Text|Node

---Words at 85 % of the size.
---@param fields SmallFields
---@return Node
function small(fields) end

---@class ItalicFields
---@field colour? string  Of the letters.
---@field tracking? number  Points between letters.
---@field features? string  OpenType: "lnum,tnum".
---@field lang? string  The language of these words.
---@field [integer] string|number|Text|Node

---Slanted words.
---@param fields ItalicFields
---@return Node
function italic(fields) end

---@class BoldFields
---@field colour? string  Of the letters.
---@field tracking? number  Points between letters.
---@field features? string  OpenType: "lnum,tnum".
---@field lang? string  The language of these words.
---@field [integer] string|number|Text|Node

---Bold words.
---@param fields BoldFields
---@return Node
function bold(fields) end

---@class FolioFields
---@field count? boolean  The number of pages instead of that of this page.
---@field colour? string  Of the letters.
---@field tracking? number  Points between letters.
---@field features? string  OpenType: "lnum,tnum".
---@field lang? string  The language of these words.

---The number of the page, in a text of the head or foot of pages.
---@param fields FolioFields
---@return Node
function folio(fields) end

---@class TabFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field height? number|string  mm, or "40%" of what holds it.
---@field colour? string  Of the shape.
---@field alt? Text  What it says to who cannot see it.
---@field ink? string  Colour of the letter in it.
---@field shape? string  tab, circle, leaf, stair …
---@field style? string  Of the letter in it.
---@field [integer] string|Text

---The deck's shape with a letter in it.
---@param fields TabFields
---@return Node
function tab(fields) end

---@class ChipFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field height? number|string  mm, or "40%" of what holds it.
---@field colour? string  Of the shape.
---@field alt? Text  What it says to who cannot see it.
---@field ink? string  Colour of the words in it.
---@field stroke? string  Colour of its line.
---@field weight? number  Of that line, in mm.
---@field radius? number  Of its corners, in mm.
---@field style? string  Of the words in it.
---@field [integer] string|Text

---A word in a small frame.
---@param fields ChipFields
---@return Node
function chip(fields) end

---@class MarkFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field height? number|string  mm, or "40%" of what holds it.
---@field colour? string  Of the shape.
---@field alt? Text  What it says to who cannot see it.
---@field [integer] string|Text

---A drawn symbol: disc, half, ring, tick, fold_left …
---@param fields MarkFields
---@return Node
function mark(fields) end

---@class PatternFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field height? number|string  mm, or "40%" of what holds it.
---@field colour? string  Of the shape.
---@field alt? Text  What it says to who cannot see it.
---@field seed string  Another seed, another drawing: the card's id.
---@field variant? integer  Which composition: 1 for the first card with this pattern, 2 for the next …
---@field ground? string  Colour of the plate under it.
---@field loops? boolean  Veins close into loops (venation).
---@field dashed? boolean  Its strong lines are dashed: the drawing doubts.
---@field [integer] string|Text

---A drawing that grows from a seed, in width and height: phyllotaxis, lsystem, voronoi, reaction_diffusion, boids, venation, physarum, dla.
---@param fields PatternFields
---@return Node
function pattern(fields) end

---@class PictureFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field height? number|string  mm, or "40%" of what holds it.
---@field alt? Text  What it says to who cannot see it.
---@field fit? "contain"|"cover"|"stretch"  In a box of another shape: whole, cut to fill it, or stretched.
---@field [integer] string|Text

---A PNG, JPEG or SVG: its path goes from the file that names it. Of width and height one is enough.
---@param fields PictureFields
---@return Node
function picture(fields) end

---@class IconFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field height? number|string  mm, or "40%" of what holds it.
---@field colour? string  Of the shape.
---@field alt? Text  What it says to who cannot see it.
---@field [integer] string|Text

---A drawing in one colour: the SVG of this name in kit/icons.
---@param fields IconFields
---@return Node
function icon(fields) end

---@class WriteFields
---@field id string  The step of the exercise that it answers: "idea#1", "monday.who".
---@field label Text  What is asked, printed with it.
---@field tooltip? Text  Said instead of the label on a screen, where the label alone says too little.
---@field important? boolean  On a ground of 12 % of its colour.
---@field colour? string  Of its label; that of the worksheet when it does not say.
---@field style? string  Of its label; else "field".
---@field lines? integer  How many; as many as fit where it does not say.
---@field beside? boolean  What is filled in stands beside the label, not under it.
---@field height? number|string  mm, or "40%" of what holds it.
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.

---Lines to write on, under or beside a label.
---@param fields WriteFields
---@return Node
function write(fields) end

---@class BoxFields
---@field id string  The step of the exercise that it answers: "idea#1", "monday.who".
---@field label Text  What is asked, printed with it.
---@field tooltip? Text  Said instead of the label on a screen, where the label alone says too little.
---@field important? boolean  On a ground of 12 % of its colour.
---@field colour? string  Of its label; that of the worksheet when it does not say.
---@field style? string  Of its label; else "field".
---@field height? number|string  mm, or "40%" of what holds it.
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.

---An empty area to write or draw in.
---@param fields BoxFields
---@return Node
function box(fields) end

---@class TickFields
---@field id string  The step of the exercise that it answers: "idea#1", "monday.who".
---@field label Text  What is asked, printed with it.
---@field tooltip? Text  Said instead of the label on a screen, where the label alone says too little.
---@field important? boolean  On a ground of 12 % of its colour.
---@field colour? string  Of its label; that of the worksheet when it does not say.
---@field style? string  Of its label; else "field".
---@field options table  A list of texts, or of { text, id = …, letter = …, colour = … }.
---@field columns? integer  Options side by side.
---@field gap? number  Between options, in mm.
---@field beside? boolean  What is filled in stands beside the label, not under it.
---@field height? number|string  mm, or "40%" of what holds it.
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.

---Options, each with a box to tick.
---@param fields TickFields
---@return Node
function tick(fields) end

---@class ScaleFields
---@field id string  The step of the exercise that it answers: "idea#1", "monday.who".
---@field label Text  What is asked, printed with it.
---@field tooltip? Text  Said instead of the label on a screen, where the label alone says too little.
---@field important? boolean  On a ground of 12 % of its colour.
---@field colour? string  Of its label; that of the worksheet when it does not say.
---@field style? string  Of its label; else "field".
---@field points? integer  How many; 5 as a rule.
---@field ends? Text[]  Two texts: what the first and the last point mean.
---@field beside? boolean  What is filled in stands beside the label, not under it.
---@field height? number|string  mm, or "40%" of what holds it.
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.

---Numbered points from one end to the other.
---@param fields ScaleFields
---@return Node
function scale(fields) end

---@class DotsFields
---@field id string  The step of the exercise that it answers: "idea#1", "monday.who".
---@field label Text  What is asked, printed with it.
---@field tooltip? Text  Said instead of the label on a screen, where the label alone says too little.
---@field important? boolean  On a ground of 12 % of its colour.
---@field colour? string  Of its label; that of the worksheet when it does not say.
---@field style? string  Of its label; else "field".
---@field points? integer  How many; 5 as a rule.
---@field beside? boolean  What is filled in stands beside the label, not under it.
---@field height? number|string  mm, or "40%" of what holds it.
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.

---A row of small rings to colour: votes.
---@param fields DotsFields
---@return Node
function dots(fields) end

---@class CellsFields
---@field id string  The step of the exercise that it answers: "idea#1", "monday.who".
---@field label Text  What is asked, printed with it.
---@field tooltip? Text  Said instead of the label on a screen, where the label alone says too little.
---@field important? boolean  On a ground of 12 % of its colour.
---@field colour? string  Of its label; that of the worksheet when it does not say.
---@field style? string  Of its label; else "field".
---@field columns Text[]  The headings of its columns.
---@field rows? Text[]  What stands before each row.
---@field lines? integer  How many rows, where they have no names.
---@field gap? number  Between cells, in mm.
---@field height? number|string  mm, or "40%" of what holds it.
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.

---A small table to fill in.
---@param fields CellsFields
---@return Node
function cells(fields) end

---@class CanvasFields
---@field kind "quadrant"|"rings"|"ladder"|"stairs"|"loop"|"wheel"|"network"|"lanes"|"hexes"|"matrix"|"path"  Which drawing.
---@field id string  The step of the exercise in which things are placed on it.
---@field colour? string  Of its lines; that of the worksheet when it does not say.
---@field alt? Text  What it says to who cannot see it.
---@field style? string  Of its labels; else "field".
---@field labels? Text[]  Names of its parts: treads, spokes, rings, quarters.
---@field notes? Text[]  Some words to each of the names.
---@field gates? Text[]  Of a loop: the names of its gates.
---@field rows? Text[]  Of a matrix: its rows.
---@field columns? Text[]  Of a matrix or of lanes: what stands over its columns.
---@field points? integer  How many; 5 as a rule.
---@field height? number|string  mm, or "40%" of what holds it.
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.

---A drawing to place things on.
---@param fields CanvasFields
---@return Node
function canvas(fields) end

---@class ChartFields
---@field kind "dots"|"histogram"|"stairs"|"shift"|"rounds"|"bars"  Which chart.
---@field few? boolean  Fewer than five anonymous answers: words say so, and nothing of them is shown.
---@field answers? number[]  Of dots and a histogram: one number a person, that of a column.
---@field points? integer  How many the scale has; 5 as a rule.
---@field labels? Text[]  Names of columns, tasks or options. Dots without labels stand on a scale.
---@field hollow? boolean  Of dots: rings, for how it is now, where dots are how it will be.
---@field values? number[]  Of bars: the score of each label.
---@field now? number[]  Of stairs: on which step each task stands.
---@field later? number[]  Of stairs: on which step it should stand.
---@field from? number[][]  Of a shift: for each task the answers before; an empty list where there are too few.
---@field to? number[][]  Of a shift: for each task the answers after.
---@field steps? Text[]  Of stairs and a shift: the names of the steps, from below.
---@field notes? Text[]  Of stairs and a shift: some words to each task.
---@field rounds? number[][]  For each round a list: the support of each option.
---@field quorum? number  Of rounds: the support that is enough.
---@field colour? string  Of what is drawn; that of the worksheet when it does not say.
---@field style? string  Of its words; else "note".
---@field alt? Text  What it says to who cannot see it; else all its numbers, in words.
---@field height? number|string  mm, or "40%" of what holds it.
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.

---Answers and scores, drawn and counted.
---@param fields ChartFields
---@return Node
function chart(fields) end

---@class QrFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field height? number|string  mm, or "40%" of what holds it.
---@field colour? string  Of its squares, which stand on white.
---@field alt? Text  What it says to who cannot see it, when that is not the text in it.
---@field [integer] string|Text

---A text for telephones; the white edge that it needs lies within its width.
---@param fields QrFields
---@return Node
function qr(fields) end

---@class DrawingFields
---@field at? number[]  Where it lies in its layers { … }: { x, y } in mm; negative values reach the bleed.
---@field anchor? "auto"|"first"|"last"|"top"|"bottom"  What lies at y: first or last baseline, top or bottom.
---@field below? Hang  Hangs it so many mm under a named sibling.
---@field above? Hang  Hangs it so many mm over a named sibling.
---@field name? string  For below and above.
---@field clear? number  At least so many mm to the next sibling.
---@field width? number|string  mm, or "40%" of what holds it.
---@field grow? number  Its share of what a row or column has left.
---@field ornament? boolean  Not read aloud, and free to leave the safe zone.
---@field keep? boolean  In pages { … }: not torn, and on one page with what follows. A heading is so by itself.
---@field new_page? boolean  In pages { … }: begins a page.
---@field height? number|string  mm, or "40%" of what holds it.
---@field alt? Text  What it says to who cannot see it.
---@field draw fun(pen: Pen, width: number, height: number)  function(pen, width, height), which draws in mm from its top left corner.

---What a function draws with a pen, width by height mm large.
---@param fields DrawingFields
---@return Node
function drawing(fields) end

---@class SlotFields
---@field name string  By which a face that extends this one fills it.
---@field [integer] Node

---A place that a face which extends this one can fill; its own children stand there else.
---@param fields SlotFields
---@return Node
function slot(fields) end

words = {}

---Whether a part stands in the text, in every language.
---@type fun(text: string|Text, part: string): boolean
words.contains = nil

---The first characters of a text; one when no count is given.
---@type fun(text: string|Text, count?: integer): string|Text
words.first = nil

---The texts of a list as one, with the separator between them.
---@type fun(list: (string|Text)[], separator?: string|Text): string|Text
words.join = nil

---A text in lower case.
---@type fun(text: string|Text): string|Text
words.lower = nil

---The text with every `old` replaced by `new`.
---@type fun(text: string|Text, old: string, new: string): string|Text
words.replace = nil

---The pieces between separators; without one, the words between white space.
---@type fun(text: string|Text, separator?: string): string[]|table<string, string[]>
words.split = nil

---A text without white space at its ends.
---@type fun(text: string|Text): string|Text
words.trim = nil

---A text in capitals.
---@type fun(text: string|Text): string|Text
words.upper = nil

random = {}

---A generator of your own: the same seed gives the same numbers everywhere.
---@type fun(seed: integer|string): Random
random.new = nil

---@class Random
local Random = {}

---A whole number from low to high, both included.
---@type fun(self: Random, low: integer, high: integer): integer
Random.between = nil

---A copy of a list in an order by chance.
---@type fun(self: Random, list: any[]): any[]
Random.shuffle = nil

---A number from 0 up to, but not with, 1.
---@type fun(self: Random): number
Random.unit = nil

graph = {}

---For each node on which share of the shortest paths between two others it lies. Nodes go from 1 on; `ends` has the two ends of each edge one after the other. See ez.network.
---@type fun(nodes: integer, ends: integer[]): number[]
graph.betweenness = nil

---For each node which share of the pairs of its neighbours is tied; false when it has not two.
---@type fun(nodes: integer, ends: integer[]): (number|false)[]
graph.clustering = nil

---The nodes and the edges, by number, without which a part falls apart.
---@type fun(nodes: integer, ends: integer[]): integer[], integer[]
graph.cuts = nil

---The parts between which there is no edge, as lists of nodes; `without` is thought away.
---@type fun(nodes: integer, ends: integer[], without?: integer): integer[][]
graph.parts = nil

---@class Pen
local Pen = {}

---Begins a path, or another part of it, at a point; mm from the drawing's top left.
---@type fun(self: Pen, x: number, y: number): Pen
Pen.move = nil

---A straight line to a point.
---@type fun(self: Pen, x: number, y: number): Pen
Pen.line = nil

---A Bézier curve to x, y with two handles.
---@type fun(self: Pen, x1: number, y1: number, x2: number, y2: number, x: number, y: number): Pen
Pen.curve = nil

---Part of a circle around x, y; in degrees, clockwise from the right.
---@type fun(self: Pen, x: number, y: number, radius: number, from: number, to: number): Pen
Pen.arc = nil

---A line back to where the path began.
---@type fun(self: Pen): Pen
Pen.close = nil

---A rectangle, with round corners if you like.
---@type fun(self: Pen, x: number, y: number, width: number, height: number, radius?: number): Pen
Pen.rect = nil

---A whole circle around x, y.
---@type fun(self: Pen, x: number, y: number, radius: number): Pen
Pen.circle = nil

---Fills the path; it stays, so that it can be stroked as well.
---@type fun(self: Pen, colour: string): Pen
Pen.fill = nil

---Draws a line along the path, 0.25 mm in ink unless it says otherwise; cap is "butt" or "round".
---@type fun(self: Pen, line: { colour?: string, width?: number, dash?: number[], cap?: string }): Pen
Pen.stroke = nil

---From here on only what lies inside the path is seen, until the pen is restored.
---@type fun(self: Pen): Pen
Pen.clip = nil

---Moves the origin there.
---@type fun(self: Pen, x: number, y: number): Pen
Pen.translate = nil

---Makes what follows so many times as large, lines too.
---@type fun(self: Pen, x: number, y?: number): Pen
Pen.scale = nil

---Turns what follows clockwise around the origin.
---@type fun(self: Pen, degrees: number): Pen
Pen.rotate = nil

---Remembers the transform and the clips.
---@type fun(self: Pen): Pen
Pen.save = nil

---Goes back to what was saved last.
---@type fun(self: Pen): Pen
Pen.restore = nil
