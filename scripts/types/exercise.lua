---@meta exercise
-- Generated from the program's own tables by its tests: do not edit.

---@alias Item string|number|table|Answer  Something to judge: a word, a table with an id, a card, an answer.

---What somebody wrote. It can be counted, voted on, placed and shown; a script cannot look into it.
---@class Answer
---@field id string  By which it is known everywhere: "/idea#1/3".
---@field light? "green"|"orange"|"red"  What the check of its step found.
---@field flags? string[]  The same as words, such as "jargon".

---What was chosen.
---@class Choice
---@field winner? string  The id of what most chose; nil in a tie, and when nobody chose.
---@field item? Item  The same as it was given.
---@field tie boolean  Whether several were chosen most.
---@field counts table<string, integer>  How many chose each, by id.

---Numbers that people gave.
---@class Scores
---@field n integer  How many gave a number.
---@field scores number[]  The numbers, from low to high.
---@field hist integer[]  How often each number was given; the lowest is the first.
---@field mean? number  Nil when nobody gave a number, as the next three.
---@field median? number  The one in the middle.
---@field spread? number  From the first to the third quartile.
---@field consensus? number  From 0, half at each end, to 1, all the same.
---@field unknown? integer  With unknown = true: how many do not know.
---@field by_role? table<string, Scores>  With by_role = true: the same for each role.
---@field item? Item  With items: of which this is.
---@field [integer] Scores  With items the result is a list.

---An order.
---@class Ranking
---@field order Item[]  The highest score first; empty when nobody ranked.
---@field scores table<string, number>  By id.
---@field tie boolean  Whether the first two have the same score.
---@field ballots string[][]  The ids in the order of each person, for ez.vote and ez.agreement.

---What an item got.
---@class Vote
---@field item Item  As it was given.
---@field dots integer  How many it got.

---Items by what they got.
---@class Votes
---@field top Vote[]  Those that got any, the most first.
---@field tie boolean  Whether the first two have the same.
---@field cast integer  All that were given.
---@field possible integer  All that could have been given.
---@field voters integer  How many people voted.

---What belongs together.
---@class Pile
---@field name? Answer  What people called it.
---@field items Item[]  What lies in it.

---A thing, or a person, in its place.
---@class Placed
---@field item? Item  What stands there; nil where people placed themselves.
---@field zone? string  The id of its rung, ring or other part of the canvas.
---@field x? number  How far from the left, where somebody said so; for show alone.
---@field y? number  How far from the top.

---A link between two things.
---@class Link
---@field from Item  Where it begins.
---@field to Item  Where it leads.
---@field verb? string  What it is called.
---@field weight? integer  What it weighs.
---@field flags table<string, boolean>  Its marks, by id.

---Who does what, and when.
---@class Agreement
---@field what? Answer  What is to be done.
---@field who? Answer  Who does it.
---@field by? Answer  When it is done.

---A round of a swarm.
---@class SwarmRound
---@field support table<string, integer>  How many support each, by id.
---@field strength table<string, integer>  How strongly, all together.
---@field stops table<string, integer>  Its stop signals until now.
---@field net table<string, number>  Its support, less half a stop signal each.
---@field reasons Answer[]  Why people gave stop signals, until now.
---@field lead number  How far the first is ahead of the next.
---@field leader? string  The id of the first.
---@field decided boolean  Whether it has the quorum, and leads by 2 or more.
---@field quorum integer  How much net support is needed.
---@field n integer  How many people there are.

---A decision in rounds.
---@class Swarm
---@field winner? Item  What was decided; nil when no round decided.
---@field rounds SwarmRound[]  What happened.
---@field reason "quorum"|"no_quorum"|"skipped"  Why it ended.
---@field quorum? integer  How much net support was needed.
---@field n? integer  How many people there were.
---@field minority? Answer[]  Why people gave stop signals.

---People who work together, for parallel and deal.
---@class Group
---@field id string  "g1".
---@field n integer  How many people are in it; the script does not see who.
---@field name Text  "Group 1".

---A table of a round.
---@class SeatedTable
---@field id string  "r1t2": the second table of the first round.
---@field n integer  How many people sit there.
---@field name Text  "Table 2".
---@field table integer  Its number.
---@field topic Item  What it is about.
---@field broken string[]  Which rules could not be kept.

---Who sits where, as far as a script sees it.
---@class Seats
---@field rounds SeatedTable[][]  The tables of each round: groups for parallel.
---@field left_out Item[]  Topics that got no table.
---@field holds boolean  Whether all rules were kept.
---@field first_or_second? number  Which share of the people sits once at their first or second choice.

---Who is there.
---@class People
---@field n integer  How many are there.
---@field by_role table<string, integer>  How many of each role.

---@class SayOptions
---@field to? "all"|"projector"|"phones"|"facilitator"  Who sees it; "facilitator" is a note for the one who leads. "all" when not given.
---@field wait? boolean  Whether it waits for "next". true when not given.
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.
---@field note? Text|Text[]  What the facilitator may say as well: a text, or a list of texts.

---@class AskOptions
---@field who? "anonymous"|"alias"|"named"  Whether answers have a name; of anonymous ones nothing is kept that tells whose they are. "alias" when not given.
---@field by? "person"|"group"|"facilitator"  Who answers: each person, each group as one, or the facilitator for all. "person" when not given.
---@field reveal? "live"|"on_close"|"never"  When others see the answers. "on_close" when not given.
---@field close_when? "facilitator"|"all"|"time"  What closes it: the facilitator, or that all say they are done; time suggests it. "facilitator" when not given.
---@field time? integer  How many seconds are meant for it; nobody is cut off. 1 to 86400.
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.
---@field note? Text|Text[]  What the facilitator may say as well: a text, or a list of texts.
---@field per? integer  How many texts each may give. 1 to 20. 1 when not given.
---@field max? integer  How many characters a text may have. 1 to 4000. 280 when not given.
---@field check? "principle"  What is looked for in each text: it has a light and flags then.
---@field about? Item[]  Cards of which the check takes the organisms for names.

---@class ChooseOptions
---@field who? "anonymous"|"alias"|"named"  Whether answers have a name; of anonymous ones nothing is kept that tells whose they are. "alias" when not given.
---@field by? "person"|"group"|"facilitator"  Who answers: each person, each group as one, or the facilitator for all. "person" when not given.
---@field reveal? "live"|"on_close"|"never"  When others see the answers. "on_close" when not given.
---@field close_when? "facilitator"|"all"|"time"  What closes it: the facilitator, or that all say they are done; time suggests it. "facilitator" when not given.
---@field time? integer  How many seconds are meant for it; nobody is cut off. 1 to 86400.
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.
---@field note? Text|Text[]  What the facilitator may say as well: a text, or a list of texts.
---@field options Item[]  What to choose from.
---@field most? integer  How many each may choose. 1 to 100. 1 when not given.

---@class ScaleOptions
---@field who? "anonymous"|"alias"|"named"  Whether answers have a name; of anonymous ones nothing is kept that tells whose they are. "alias" when not given.
---@field by? "person"|"group"|"facilitator"  Who answers: each person, each group as one, or the facilitator for all. "person" when not given.
---@field reveal? "live"|"on_close"|"never"  When others see the answers. "on_close" when not given.
---@field close_when? "facilitator"|"all"|"time"  What closes it: the facilitator, or that all say they are done; time suggests it. "facilitator" when not given.
---@field time? integer  How many seconds are meant for it; nobody is cut off. 1 to 86400.
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.
---@field note? Text|Text[]  What the facilitator may say as well: a text, or a list of texts.
---@field from? integer  The lowest number. -100 to 100. 1 when not given.
---@field to? integer  The highest number. -100 to 100. 5 when not given.
---@field labels? table<integer, Text>  Words for numbers: { [1] = { nl = "…", en = "…" } }, or a list from 1 on.
---@field items? Item[]  Things that each get a number; it gives a list of results then.
---@field by_role? boolean  Whether results are told for each role too.
---@field unknown? boolean  Whether "do not know" may be said.

---@class RankOptions
---@field who? "anonymous"|"alias"|"named"  Whether answers have a name; of anonymous ones nothing is kept that tells whose they are. "alias" when not given.
---@field by? "person"|"group"|"facilitator"  Who answers: each person, each group as one, or the facilitator for all. "person" when not given.
---@field reveal? "live"|"on_close"|"never"  When others see the answers. "on_close" when not given.
---@field close_when? "facilitator"|"all"|"time"  What closes it: the facilitator, or that all say they are done; time suggests it. "facilitator" when not given.
---@field time? integer  How many seconds are meant for it; nobody is cut off. 1 to 86400.
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.
---@field note? Text|Text[]  What the facilitator may say as well: a text, or a list of texts.
---@field items Item[]  What to put in order.
---@field top? integer  How many each may rank; all without it. 1 to 1000.
---@field method? "borda"  How ranks become scores: the first of n has n - 1 points and the last none; where somebody leaves things out, the first of m has m and the last 1. "borda" when not given.

---@class VoteOptions
---@field who? "anonymous"|"alias"|"named"  Whether answers have a name; of anonymous ones nothing is kept that tells whose they are. "alias" when not given.
---@field by? "person"|"group"|"facilitator"  Who answers: each person, each group as one, or the facilitator for all. "person" when not given.
---@field reveal? "live"|"on_close"|"never"  When others see the answers. "on_close" when not given.
---@field close_when? "facilitator"|"all"|"time"  What closes it: the facilitator, or that all say they are done; time suggests it. "facilitator" when not given.
---@field time? integer  How many seconds are meant for it; nobody is cut off. 1 to 86400.
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.
---@field note? Text|Text[]  What the facilitator may say as well: a text, or a list of texts.
---@field items Item[]  What to vote on.
---@field dots? integer|"auto"  How many dots each has; "auto" is the square root of the number of items. 1 to 100. "auto" when not given.
---@field per_item? integer  How many dots one item may get of one person; no limit without it. 1 to 100.
---@field blind? boolean  Whether nobody sees how others vote before it closes. true when not given.
---@field cost? "linear"|"square"  What v votes on one item cost: v dots, or v × v credits. "linear" when not given.
---@field credits? integer  How many credits each has, with cost = "square". 1 to 1000. 25 when not given.

---@class ClusterOptions
---@field who? "anonymous"|"alias"|"named"  Whether answers have a name; of anonymous ones nothing is kept that tells whose they are. "alias" when not given.
---@field by? "person"|"group"|"facilitator"  Who answers: each person, each group as one, or the facilitator for all. "person" when not given.
---@field reveal? "live"|"on_close"|"never"  When others see the answers. "on_close" when not given.
---@field close_when? "facilitator"|"all"|"time"  What closes it: the facilitator, or that all say they are done; time suggests it. "facilitator" when not given.
---@field time? integer  How many seconds are meant for it; nobody is cut off. 1 to 86400.
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.
---@field note? Text|Text[]  What the facilitator may say as well: a text, or a list of texts.
---@field items Item[]  What to put into piles.
---@field most? integer  How many piles there may be. 1 to 50. 7 when not given.

---@class PlaceOptions
---@field who? "anonymous"|"alias"|"named"  Whether answers have a name; of anonymous ones nothing is kept that tells whose they are. "alias" when not given.
---@field by? "person"|"group"|"facilitator"  Who answers: each person, each group as one, or the facilitator for all. "person" when not given.
---@field reveal? "live"|"on_close"|"never"  When others see the answers. "on_close" when not given.
---@field close_when? "facilitator"|"all"|"time"  What closes it: the facilitator, or that all say they are done; time suggests it. "facilitator" when not given.
---@field time? integer  How many seconds are meant for it; nobody is cut off. 1 to 86400.
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.
---@field note? Text|Text[]  What the facilitator may say as well: a text, or a list of texts.
---@field items? Item[]  What to place; "self", or nothing, lets people place themselves.
---@field canvas table  Where to place it: { kind = "ladder", rungs = { { id = "r1", nl = "…", en = "…" } } }.

---@class LinkOptions
---@field who? "anonymous"|"alias"|"named"  Whether answers have a name; of anonymous ones nothing is kept that tells whose they are. "alias" when not given.
---@field by? "person"|"group"|"facilitator"  Who answers: each person, each group as one, or the facilitator for all. "person" when not given.
---@field reveal? "live"|"on_close"|"never"  When others see the answers. "on_close" when not given.
---@field close_when? "facilitator"|"all"|"time"  What closes it: the facilitator, or that all say they are done; time suggests it. "facilitator" when not given.
---@field time? integer  How many seconds are meant for it; nobody is cut off. 1 to 86400.
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.
---@field note? Text|Text[]  What the facilitator may say as well: a text, or a list of texts.
---@field from Item[]  What links begin at.
---@field to? Item[]  What they lead to; among those of from without it.
---@field verbs? Item[]  What a link may be called.
---@field weight? integer[]  From which to which number a link may weigh; it has no weight without it. -10 to 10.
---@field flags? Item[]  Marks that a link may have.

---@class TimerOptions
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.
---@field note? Text|Text[]  What the facilitator may say as well: a text, or a list of texts.
---@field seconds integer  How long it takes. 1 to 86400.

---@class GateOptions
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.
---@field note? Text|Text[]  What the facilitator may say as well: a text, or a list of texts.
---@field options Item[]  Which ways there are.

---@class ActionOptions
---@field who? "anonymous"|"alias"|"named"  Whether answers have a name; of anonymous ones nothing is kept that tells whose they are. "alias" when not given.
---@field by? "person"|"group"|"facilitator"  Who answers: each person, each group as one, or the facilitator for all. "person" when not given.
---@field reveal? "live"|"on_close"|"never"  When others see the answers. "on_close" when not given.
---@field close_when? "facilitator"|"all"|"time"  What closes it: the facilitator, or that all say they are done; time suggests it. "facilitator" when not given.
---@field time? integer  How many seconds are meant for it; nobody is cut off. 1 to 86400.
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.
---@field note? Text|Text[]  What the facilitator may say as well: a text, or a list of texts.
---@field most? integer  How many agreements each may make. 1 to 50. 5 when not given.
---@field fields? ("what"|"who"|"by")[]  What is asked of each; all three without it.

---@class SwarmOptions
---@field who? "anonymous"|"alias"|"named"  Whether answers have a name; of anonymous ones nothing is kept that tells whose they are. "alias" when not given.
---@field by? "person"|"group"|"facilitator"  Who answers: each person, each group as one, or the facilitator for all. "person" when not given.
---@field reveal? "live"|"on_close"|"never"  When others see the answers. "on_close" when not given.
---@field close_when? "facilitator"|"all"|"time"  What closes it: the facilitator, or that all say they are done; time suggests it. "facilitator" when not given.
---@field time? integer  How many seconds are meant for it; nobody is cut off. 1 to 86400.
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.
---@field note? Text|Text[]  What the facilitator may say as well: a text, or a list of texts.
---@field items Item[]  What to decide on.
---@field mode? "careful"|"fast"  How many must agree: 60 % of the people, or 40 %. "careful" when not given.
---@field rounds? integer  How many rounds there are at most. 1 to 10. 4 when not given.

---@class DrawOptions
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.
---@field note? Text|Text[]  What the facilitator may say as well: a text, or a list of texts.
---@field deck? string  The cards of this deck, which the head names; in place of from.
---@field from? Item[]  Which cards to draw from, when it is no whole deck.
---@field n? integer  How many cards. 0 to 1000. 1 when not given.
---@field put_back? boolean  Whether cards that were drawn before may come again. false when not given.

---@class DealOptions
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.
---@field note? Text|Text[]  What the facilitator may say as well: a text, or a list of texts.
---@field deck? string  The cards of this deck, which the head names; in place of from.
---@field from? Item[]  Which cards to deal, when it is no whole deck.
---@field to Item[]  The groups.
---@field n? integer  How many cards each group gets. 0 to 1000. 1 when not given.

---@class SplitOptions
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.
---@field note? Text|Text[]  What the facilitator may say as well: a text, or a list of texts.
---@field size? integer  How many people a group has; 4 without count. 1 to 1000.
---@field count? integer  How many groups there are. 1 to 1000.
---@field by? "random"|"choice"|"table"|"mix"  By chance, by choice, neighbours at a table, or roles mixed. "random" when not given.

---@class SeatOptions
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.
---@field note? Text|Text[]  What the facilitator may say as well: a text, or a list of texts.
---@field topics Item[]  What the tables are about, the most wanted first.
---@field rounds? integer  How many rounds there are. 1 to 12. 1 when not given.
---@field capacity? integer[]  How many people sit at a table, at least and at most. 1 to 100. [4,8] when not given.
---@field tables? integer  How many tables there are in a round, at most. 1 to 20. 3 when not given.
---@field sectors? integer  How many sectors sit at a table, at least; a sector is a role at joining. 1 to 20. 2 when not given.
---@field government? string  Which role is the government, of which a table has half at most. "government" when not given.

---@class SectionOptions
---@field minutes? integer  How many minutes are planned for it. 0 to 1440. 0 when not given.

---@class HarvestOptions
---@field as? "challenge"|"decision"|"actions"|"chart"|"ranking"|"table"|"links"|"seats"|"places"|"piles"|"quotes"|"cards"  What it looks like; without it that follows from the value.
---@field page? boolean  Stands once more on a page of its own, to give away. false when not given.
---@field slots? table<string, any>  What {name} stands for in the text: an answer, a card, a word or a number.

---What `run` gets.
---@class Steps
---@field say fun(id: string, text: Text, options?: SayOptions)  Shows a text, and waits for "next".
---@field ask fun(id: string, text: Text, options?: AskOptions): Answer[]  Asks for texts in people's own words.
---@field choose fun(id: string, text: Text, options: ChooseOptions): Choice  Lets everyone choose.
---@field scale fun(id: string, text: Text, options?: ScaleOptions): Scores  Lets everyone give a number.
---@field rank fun(id: string, text: Text, options: RankOptions): Ranking  Lets everyone put things in order.
---@field vote fun(id: string, text: Text, options: VoteOptions): Votes  Lets everyone spread dots or credits.
---@field cluster fun(id: string, text: Text, options: ClusterOptions): Pile[]  Puts together what belongs together.
---@field place fun(id: string, text: Text, options: PlaceOptions): Placed[]  Puts things, or oneself, in a place on a canvas.
---@field link fun(id: string, text: Text, options: LinkOptions): Link[]  Links things to each other.
---@field timer fun(id: string, text: Text, options: TimerOptions): "time"|"facilitator"  Gives time; nobody is cut off.
---@field gate fun(id: string, text: Text, options: GateOptions): string?  Asks the facilitator which way to go.
---@field action fun(id: string, text: Text, options?: ActionOptions): Agreement[]  Asks who does what, and when.
---@field swarm fun(id: string, text: Text, options: SwarmOptions): Swarm  Decides in rounds: support wears off, and stop signals count.
---@field draw fun(id: string, text: Text|nil, options?: DrawOptions): Card[]  Draws cards and shows them.
---@field deal fun(id: string, text: Text|nil, options: DealOptions): table<string, Card[]>  Deals cards to groups.
---@field split fun(id: string, text: Text|nil, options?: SplitOptions): Group[]  Makes groups.
---@field seat fun(id: string, text: Text|nil, options: SeatOptions): Seats  Seats people at tables, by what they voted for and with a mix.
---@field pick fun(id: string, list: Item[], n: integer): Item[]  Picks some of a list by chance.
---@field shuffle fun(id: string, list: Item[]): Item[]  Puts a list in an order by chance.
---@field people fun(id: string): People  Counts who is there.
---@field seed fun(id: string): integer  Gives a number by chance.
---@field section fun(id: string, text: Text, options: SectionOptions?, run: fun(): ...): ...  A part of the agenda and of the report, with its minutes; gives what the function gives.
---@field parallel fun(id: string, groups: Group[], run: fun(group: Group, s: Steps): any): table<string, any>  Lets groups work apart, each on the steps of its own `s`; gives what each function gives, by the id of its group.
---@field include fun(id: string, exercise: string, params?: table): ...  Runs another exercise, which `includes` of the head names, as a part of this one.
---@field harvest fun(id: string, text: Text, value: any, options?: HarvestOptions)  Puts something into the report: what it looks like follows from the value, or from `as`.
---@field deck fun(name: string): Card[]  The cards of a deck that the head names.
---@field params table<string, any>  What was said of the exercise before it began.
---@field from table<string, any>  What an earlier session harvested, by id; empty without one.
---@field min integer  A minute in seconds: time = 5 * s.min.
