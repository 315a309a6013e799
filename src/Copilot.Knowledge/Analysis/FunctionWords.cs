using System.Collections.Frozen;

namespace Copilot.Knowledge.Analysis;

/// <summary>
/// Words of grammar by language: articles, pronouns, prepositions, conjunctions, question words, auxiliary and modal verbs, and what
/// is left before an apostrophe ("l'", "dell'"). They say nothing about a topic and everything about the language.
/// </summary>
internal static class FunctionWords
{
    private static readonly FrozenSet<string> None = FrozenSet<string>.Empty;

    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = new Dictionary<string, FrozenSet<string>>
    {
        ["fr"] = Of(
            """
            le la les l un une des du de d au aux à ce cet cette ces cela ceci ça c celui celle ceux celles mon ma mes ton ta tes son sa ses notre nos
            votre vos leur leurs je j tu il elle on nous vous ils elles me m te t se s lui y en moi toi soi eux qui que qu quoi dont où lequel
            laquelle lesquels lesquelles auquel duquel desquels quel quelle quels quelles quand comment pourquoi combien est es et ou ni mais or car
            donc si ne n pas plus moins très trop aussi ainsi alors après avant avec sans sous sur dans par pour vers chez entre contre depuis pendant
            dès jusque jusqu lors lorsque lorsqu puis puisque parce comme afin selon malgré outre sauf suis sommes êtes sont être été était étaient
            étais serai sera seront serait seraient soit soient ai as a avons avez ont avoir eu avait avaient avais aura auront aurait auraient ait
            aient fait fais font faire peut peuvent peux pouvons pouvez pouvoir pourra pourront pourrait doit doivent dois devons devez devoir devra
            devront devrait faut tout toute tous toutes autre autres même mêmes tel telle tels telles chaque quelque quelques plusieurs aucun aucune
            rien ici là déjà encore toujours jamais seulement non oui aujourd hui
            """),
        ["de"] = Of(
            """
            der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines dieser diese dieses diesen diesem jener jene
            jenes jenen jenem jeder jede jedes jeden jedem welcher welche welches welchen welchem mein meine meinen meinem meiner dein deine sein seine
            seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer euer eure ich du er sie es wir mich dich
            sich uns euch mir dir ihm ihn ihnen man wer wen wem wessen was wann wo wohin woher wie warum weshalb wieso wozu womit wofür wodurch worauf
            woran wieviel und oder aber denn sondern dass daß ob wenn weil als da damit obwohl bevor nachdem während bis seit sobald sofern soweit falls
            an am auf aus bei beim durch für fuer gegen hinter in im ins mit nach neben ohne über ueber um unter von vom vor wegen zu zum zur zwischen
            gemäß gemaess innerhalb außerhalb außer trotz statt je pro ab bin bist ist sind seid war waren wäre waere wären gewesen sei seien habe hast
            hat haben habt hatte hatten hätte haette hätten gehabt werde wirst wird werden werdet wurde wurden würde wuerde würden worden geworden kann
            kannst können koennen könnt konnte konnten könnte könnten muss muß müssen muessen müsste musste mussten darf dürfen duerfen durfte dürfte
            soll sollen sollte sollten will wollen wollte wollten mag möchte moechte möchten mögen nicht nichts nie niemals nur noch schon auch sehr so
            mehr sowie sowohl bzw beziehungsweise etwa hier dort dann dabei dafür dafuer dadurch daran darauf daraus darin darüber davon dazu dazwischen
            deren dessen denen derselbe dieselbe selbst alle allen aller alles allem andere anderen anderer anderes einige einigen etwas jemand
            niemand mehrere solche solchen solcher soweit ja nein doch also jedoch bereits immer wieder zwar
            """),
        ["es"] = Of(
            """
            el la los las lo un una unos unas de del a al y e o u ni que qué quien quién quienes quiénes cual cuál cuales cuáles cuyo cuya cuyos cuyas
            como cómo cuando cuándo donde dónde adonde cuanto cuánto cuanta cuánta cuantos cuántos cuantas cuántas porque por para con sin sobre bajo
            entre hacia hasta desde según segun durante mediante ante tras contra en si sí no más mas menos muy ya también tambien tampoco pero sino
            aunque mientras pues entonces así asi luego yo tú tu él ella ello nosotros nosotras vosotros ellos ellas usted ustedes me te se nos os le
            les mi mis tus su sus nuestro nuestra nuestros nuestras vuestro vuestra mío mía suyo suya este esta esto estos estas ese esa eso esos esas
            aquel aquella aquello aquellos aquellas ser soy eres es somos son era eran fue fueron ser sido siendo sea sean será serán sería serían estar
            estoy está estás están estamos estaba estaban estado esté estén haber he has ha hemos han había habían hubo haya hayan habrá habrán habría
            hay tener tengo tiene tienes tenemos tienen tenía tenga tengan poder puedo puede puedes podemos pueden podrá podrán podría podrían pueda
            puedan deber debo debe debes debemos deben deberá deberán debería deberían hacer hago hace hacen hacemos todo toda todos todas otro otra
            otros otras mismo misma mismos mismas cada algún algun alguno alguna algunos algunas ningún ningun ninguno ninguna nada nadie algo alguien
            tal tales tan tanto tanta tantos tantas ambos ambas aquí aquí allí ahí siempre nunca sólo solo solamente va van vamos
            """),
        ["nl"] = Of(
            """
            de het een t n der den des en of maar want dus noch dat dit die deze zulke welke welk ik jij je u gij hij zij ze wij we jullie men mij me jou hem
            haar hen hun ons onze mijn jouw uw zijn zichzelf zich wie wat waar wanneer hoe hoeveel hoelang waarom waarheen waarmee waarvoor waardoor
            waarbij waarin waarop waarvan als indien omdat doordat zodat opdat terwijl hoewel toen nadat voordat totdat tot sinds aan achter bij binnen
            boven buiten door gedurende in langs met na naar naast om onder op over per rond sedert tegen tijdens tussen uit van vanaf vanuit via volgens
            voor voorbij wegens zonder te ten ter ben bent is was waren geweest wees heb hebt heeft hebben had hadden gehad word wordt worden werd werden
            geworden zal zult zullen zou zouden kan kunt kunnen kon konden moet moeten moest moesten mag mogen mocht mochten wil wilt willen wilde wilden
            gaat gaan ga doe doet doen niet niets nooit geen nog al ook zeer zo meer reeds wel toch er hier daar dan nu daarbij daarna daarom daarop
            daarvan daarvoor daardoor daarin ervan erop eraan hierbij hierin hiervan hiervoor alle alles elk elke ieder iedere iedereen iemand niemand
            iets ander andere anderen enkele enige sommige veel vele beide zelf eigen zodra zolang tenzij mits ja nee
            """),
        ["it"] = Of(
            """
            il lo la i gli le l un uno una di a da in con su per tra fra del dello della dell dei degli delle al allo alla all ai agli alle dal dallo
            dalla dall dai dagli dalle nel nello nella nell nei negli nelle sul sullo sulla sull sui sugli sulle col coi e ed o od ma né ne anche ancora
            se che chi cui quale quali quanto quanta quanti quante quando come dove perché perche cosa c d s t v m n quell quest dov com cos po io tu egli
            lui lei esso essa noi voi loro essi esse mi ti si ci vi me te sé mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri
            nostre vostro vostra vostri vostre questo questa questi queste quello quella quelli quelle quei quegli ciò essere sono è siamo siete era
            erano ero stato stata stati state sia siano sarà sara saranno sarebbe sarebbero fu furono essendo avere ho hai ha abbiamo avete hanno aveva
            avevano avevo avuto abbia abbiano avrà avra avranno avrebbe avrebbero fare fa fanno faccio può puo possono posso possiamo potete potere
            potrà potra potranno potrebbe deve devono devo dobbiamo dovete dovere dovrà dovra dovranno dovrebbe vuole vogliono voglio non più piu meno
            molto molta molti molte troppo poco tanto tutto tutta tutti tutte ogni ognuno altro altra altri altre stesso stessa stessi stesse alcun
            alcuno alcuna alcuni alcune nessun nessuno nessuna niente nulla qualche qualcuno qualsiasi ciascun ciascuno così cosi già gia mai sempre solo
            soltanto qui qua là poi quindi dunque però pero oppure invece mentre finché affinché dopo durante entro senza sotto sopra verso presso
            contro
            """),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Gets the words of grammar of a language, without accents; none for English, whose list <see cref="StopWords"/> has, and for languages without a list.</summary>
    public static FrozenSet<string> In(string language) => ByLanguage.GetValueOrDefault(language, None);

    /// <summary>Reads a list, taking the accents off.</summary>
    internal static FrozenSet<string> Of(string words)
        => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(w => WordSplitter.Fold(w)).ToFrozenSet(StringComparer.Ordinal);
}
