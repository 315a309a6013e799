using System.Collections.Frozen;

namespace Copilot.Conversation.Mentions;

/// <summary>Words that people ask with. Alone they never become the name of a customer or product, however close the spelling.</summary>
internal static class OrdinaryWords
{
    /// <summary>Gets the words, folded.</summary>
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
        owes own pack packaging packed paid pallet pallets part parts past pay payment payments pays pending penalties penalty people per percent percentage perhaps period person phone pick picked picking picks piece pieces place placed
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

    /// <summary>Gets legal forms and particles, which distinguish nobody.</summary>
    public static FrozenSet<string> LegalForms { get; } = """
        gmbh ag kg ohg ug se sa sas sarl srl spa sl slu bv nv vof ltd limited llc plc inc corp co company as asa ab oy oyj ou aps sp z o oo sro doo kft zrt group holding international und and et y e de la le les des du der die das the of for van von x
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
