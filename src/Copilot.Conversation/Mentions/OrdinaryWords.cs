using System.Collections.Frozen;

namespace Copilot.Conversation.Mentions;

/// <summary>Words that people ask with. Alone they never become the name of a customer or product, however close the spelling.</summary>
internal static class OrdinaryWords
{
    /// <summary>Gets the words that questions of the trade are asked with, folded.</summary>
    public static FrozenSet<string> All { get; } = """
        a able about air above account accounts action active actually add address after again against ago agree agreed agreement agreements all allowed almost already also always am amount amounts an and another answer any anybody anyone
        anything april are area arrive arrived arrives arriving article articles as ask asked at attention august available average avg away back backorder backorders bad balance be because been before begin behind being below
        best better between big bigger biggest bill billed bills blocked book booked both bought box boxes brand break bring broken business but buy buyer by call called came can cancel cancelled cannot capacity card carrier carriers
        case cases cash cause caused causes central change changed changes charge charged cheap check claim claims class clean clear clearly client clients close closed code cold collect come comes coming companies company compare
        compared complain complaint complaints complete confirm confirmed contact contacts contract contracts control cost costs could count counts cover covered credit critical cross current currently customer customers cut cycle daily damaged
        date dates day days dead deal december decide decrease delay delayed delays delete deliver delivered deliveries delivering delivery demand department did didnt difference different direct discount discounts dispatch dispatched dispute
        disputed do document documents does doing done dont door down draft drop due during each earlier early either else email emergency empty end ended enough entire error escalate escalation estimate euro euros even ever every
        everything exact exactly example exceed exceeds except exception exceptions exists expect expected expedite expensive expire expired expires expiring expiry explain express extra factor fail failed failing fails fall far fast favour february
        few figure figures file files find fine first fix floor follow following for forecast forecasts form four free friday from full further future gap gave general get gets getting give given gives go goes going
        good goods got great gross group grow growth guide had half hand handle handled handling happen happened happens hard has have having hazardous he held hello help here hi high higher highest him his history hit hold holding
        holds home hour hours how huge i idea if ill important in incident include included including incoming increase industrial info information inside instead international into inventory invoice invoiced invoices is issue issues it item items its
        january job july june just keep kept kind know large larger largest last late lately later latest lead least leave left less let level levels like likely limit limits line lines list little load local located location
        locations long look looking lost lot lots low lower lowest made main major make makes manage manager many march margin margins mark market material materials max may maybe me mean means medium meet minimum minor miss missed
        missing monday money month monthly months more most move moved movement movements much must my name names near nearly need needed needs negative net never new news next night no none normal north not note nothing notice november
        now number numbers october of off offer office often ok okay old on once one ones only onto open opened operation or order ordered orders other others our out outgoing outside outstanding over overall overdue owe owed
        owes own pack packaging packed paid pallet pallets part parts past pay payment payments trend trends trending pays pending penalties penalty people per percent percentage perhaps period person phone pick picked picking picks piece pieces place placed
        plan planned please point policies policy port position possible post potential practice price prices pricing primary print priority private probably problem problems procedure procedures process produce product products
        profit progress promise promised promises promotion proof proper protect provide public pull purchase purchased purchases put quality quantities quantity quarter question questions quick quickly quite quote quotes raise rate rather
        reach reached read ready real really reason reasons receipt receipts receive received receives receiving recent recently red reduce refund region regular reject related release released remain remaining remind reorder replace replaced
        replacement report reports request requested required requires reserve reserved rest result results return returned returning returns revenue review revised revision right risk risks risky roll rolls room round rule rules run running safety sale
        sales same saturday save saw say says schedule scheduled search second section security see sell selling send sent september serial serious service set several share she ship shipment shipments shipped shipping ships short shortage
        shortages should show showing shown side sign signed similar simple since single site situation size slow slower small smaller so sold some somebody someone something soon sorry sort source south space special specific spend stage stand
        standard start started starts state statement status stay step steps still stock stocked stocks stop stopped storage store stored stores strong stuck stuff substitute substitutes such sunday supplier suppliers supplies supply support supposed sure
        system table take taken takes talk task team tell temperature terms test than thank thanks that the their them then there these they thing things think third this those though three through thursday ticket tickets till time times to today
        together told tomorrow tonight too took top total totals touch toward track trade transfer transfers transit transport trend trouble true try tuesday turn turnover two type types under understand unit units until unusual up update updates upon
        urgent us use used user using usual usually valid value values vendor vendors very via view visit wait waiting waits want wanted warehouse warehouses warning was wasnt way we wednesday week weekly weeks weight well went were west what
        when where whether which while who whole whom whose why will wish with within without wont word work working works world worse worst worth would write wrong year years yes yesterday yet you your zone zones precision food foods hazard label labels marine carton cartons orange valley
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Gets further words of everyday English, folded: a customer's name that one of them is a letter away from was not meant by it ("timer" is no "Timber").</summary>
    private static FrozenSet<string> Everyday { get; } = """
        absent accept accepted access accident accurate achieve acting added adding adult advance advice affect afford afraid afternoon agent agreeing ahead aim airport alarm alive allow alone along alter although amazing anger angry
        animal annual apart apologise apology apparent appeal appear appears apply approach approve approved argue arrange arrival aside asking asleep asset assist assume attach attached attack attempt attend author auto autumn aware
        awful awkward baby background badly barely base based basic basis bear beat became become becomes beginning behave belief believe belong bend benefit beside besides beyond bind birth bit bitten blame blank blind bonus borrow boss
        bother bottom brain branch brave breaks breath brief bright brilliant broad brother build building built burn burst bury busy calendar calling calm campaign cancelling capable careful careless carried carry catch caught certain
        chance changing chapter chase chat cheaper cheat checked checking child choice choose chosen citizen city claimed classic cleaned climb clock clothes coach colleague colleagues college colour combine comfort command comment common
        compete complex computer concern conclude condition conditions conduct conflict connect consider constant consult consume contain contains content contest continue convince cook cool copy corner correct correctly costly couple
        courage course court crash crazy create created creates crew crime crowd cry culture cure curious curve custom dance danger dangerous dark daughter dear debate debt debts decent decided decision declare declined deduct deeper
        defeat defect defend define degree delight denied deny depend depends describe desert deserve design desire detail details detect develop device devote diary dictate died differ differs difficult dinner direction dirty disagree
        discover discuss disk dismiss display distance district divide divided doctor dollar double doubt dozen draw drawn dream drew dried drink drive driven driver drivers drives drove dry dust duties duty eager earn earned earth ease
        easier easily eastern easy eat economy edge edit education effect effort eight elect element eleven employ enable engage enjoy enjoyed enormous ensure enter entered entry equal equally escape essential establish evening event
        events evidence examine excuse exercise exist expert explore export exports extend extent extreme eye face faced facts faith faithful false familiar family famous fancy farm farther fashion faster fastest father fault faulty fear
        feature feed feel feeling feels fees feet fell felt female fetch fever field fifteen fifth fifty fight fill filled final finally finance finish finished fire firm firms fit fitted flat flight float flood flow fly focus folder folk
        foot force forced foreign forever forget forgot formal format former forth fortune forty forward found fourth frame freely frequent fresh friend frighten front frozen fuel fully fun funny gain gained game garden gather gentle
        gently genuine gift girl glad glance global goal govern grab grade grand grant grass grateful grave greet ground grows guard guess guest guilty habit hair halt hang happily happy harder hardly harm haste hate head headed heads
        health hear heard heart heat heavy height helped helpful helping hence hidden hide hire hired holiday hope hoped horse hospital host hotel house housing human hundred hungry hunt hurry hurt husband ideal ignore illegal image
        imagine impact imply import imports impose impress improve inch income indeed index inform inner input insert inspect install instant intend invent invest invite involve jail join joined joint joke journey judge jump junior
        justice keen keeping kick kill kilo kilos kitchen knee knew knock knowing known labour lack lady laid land lane language lasted lasting laugh launch lawyer lay layer layers lazy leader leading leads leaf leak leaking lean learn
        learned leaves legal lend length lesson letter letters liable liar lie lies life lift light lighter liked liking limited linked liquid listen live lived lives living loaded loan locked logic lonely loose lorry loses losing loud
        love loved lovely loyal lucky lunch luxury machine mad mail mails mainly making male manner manual map marked marking marks master match matched matter matters meal meant measure measures media meeting meetings member members
        memory mental mention merely merge message messages method metre metres middle might mile military million mind mine minister minute minutes mistake mistakes mix mixed mode model modern modest mood moon moral morning mother motion
        mouth moving murder museum music mutual myself narrow nation nature nearby nearest neat neck neither nervous nice nine nobody nod noise noisy noon normally northern nose noted notes notify novel nurse object obtain obvious
        occasion occupy occur odd offered offers officer official ongoing opening opens opinion oppose option options oral organ origin otherwise ought outcome outer output oven owned owner owners pace page pages pain pair pale panel
        panic parent parked parking partly partner party pass passed passing patient pattern pause paused paying peace peak perfect perform permit persons phase photo photos phrase pile pilot pink pitch plain plane planet play played
        player pleased plenty plus pocket poem poet points police polite poor popular posted pot pound pounds pour power powerful praise pray prefer prefers prepare prepared present press pressure pretty prevent prison prize proceed
        proceeds proud proved proves pulled punish pupil pure purpose push pushed puts putting puzzle qualify quiet quit quota race radio rain raised raises ran range rank rapid rare rarely raw reaction reader reads realise reality
        receiver reckon record records recover reflect refuse refused regard regret relate relax relief rely remark remember remote remove removed renew rent repair repaired repeat repeats reply rescue reserves resign resist resolve
        resolved respect respond response restore retail retain retire reveal reverse rich ride rights ring rise risen rises rival road roads rob role roles roof root rota rotten rough route routes row rows rub rude ruin ruler rush sad
        sadly safe safely sail salary sample samples sat satisfy sauce saved saving scale scales scan scanned scanner scene scheme school science score scratch scream screen sea season secret sector secure seeing seek seem seemed seems
        seen seldom select self sense sentence separate series serve served server serving session settle settled settles seven severe sex shade shadow shake shall shame shape shared sharp shed shelf shift shifts shine shock shoot shop
        shops shore shorter shot shout shows shut sick sides sight signal silence silent simply sing sink sister sit sites sits sitting six sixty sized sizes skill skin sky sleep slept slide slight slip slowest slowly smallest smart smash
        smashed smell smile smoke smooth snow social soft soil soldier solid solve solved somehow son song sore sorts soul sound soup spare speak speaks speech speed spell spends spent spirit spite split spoil spoke sport spot spread
        spring square staff stages stair stamp standing stands stare stated states station stayed stays steady steal steep stick stiff stir stole stolen stood stops stories storm story straight strange stranger street strength stress
        stretch strict strike struck student study stupid style subject submit succeed success sudden suffer suffers suit suits summer sun sunk super suppose surely surface surprise survey survive suspect swear sweep sweet swept swim
        swing switch symbol sympathy systems tail talked talks tall target tasks taste taught tax teach teacher teams tears tells temper ten tend tends tenth term terrible tested tests theatre thick thicker thickness thin thinks thirty
        thorough threat threw thrice throat throw thrown thumb thus tide tidy tie tied tight timed timer timers timing tiny tired title toe tone tongue tool tools tooth tore torn toss touched tough tour town toy tracked tracks trail train
        trained training travel tray treat treated treaty tree trial tribe trick tried tries trip troop truck trucks truly trust truth trying tune turned turns twelve twenty twice twist typical ugly ultimate unable uncle unclear undo
        unfair unhappy unite unless unload unloaded unlock unpaid upper upset urban urge useful uses vague vanish various vary vast vehicle verify version versus victim video views village violent virtue visible visits vital vivid voice
        volume vote wage wages waist wake walk walked wall wander warm warmer warn warned warranty wash waste watch water wave waves ways weak weakest wealth wear wears weather wedding weigh weighs weights welcome wet whenever wherever
        whilst whisper white whoever wide widely wider width wife wild willing wind window wing winner winter wipe wise wishes witness woke woman wonder wooden wore worn worry wound wrapped writes writing written wrote yard yards yellow
        yield young yours youth zero
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Gets legal forms and particles, which distinguish nobody.</summary>
    public static FrozenSet<string> LegalForms { get; } = """
        gmbh ag kg ohg ug se sa sas sarl srl spa sl slu bv nv vof ltd limited llc plc inc corp co company as asa ab oy oyj ou aps sp z o oo sro doo kft zrt group holding international und and et y e de la le les des du der die das the of for van von x
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Says whether a word is one of these, or of everyday English.</summary>
    public static bool Hold(string word) => All.Contains(word) || Everyday.Contains(word);
}
