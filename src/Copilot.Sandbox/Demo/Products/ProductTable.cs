namespace Copilot.Sandbox.Demo.Products;

/// <summary>The catalogue as rows: code | name | category | unit | list price | cost share | kg | variants. A code that ends in + takes its variant without a dash. A variant is <c>code=word*factor</c>; the word fills {0}, the factor multiplies price and weight.</summary>
internal static class ProductTable
{
    public const string Industrial = """
        GLV-NIT|Nitrile gloves, {0}, box of 100|Disposable Gloves|Box|7.40|0.60|0.62|S=small;M=medium;L=large;XL=extra large*1.05
        GLV-VIN|Vinyl gloves, {0}, box of 100|Disposable Gloves|Box|4.80|0.58|0.55|S=small;M=medium;L=large;XL=extra large*1.05
        GLV-LTX|Latex gloves, {0}, box of 100|Disposable Gloves|Box|6.60|0.59|0.64|S=small;M=medium;L=large;XL=extra large*1.05
        GLV-NBK|Black nitrile gloves, {0}, box of 100|Disposable Gloves|Box|8.90|0.61|0.70|S=small;M=medium;L=large;XL=extra large*1.05
        GLV-NLC|Nitrile gloves long cuff, {0}, box of 50|Disposable Gloves|Box|11.20|0.62|0.80|M=medium;L=large;XL=extra large
        GLV-CUT|Cut-resistant gloves level C, {0}|Work Gloves|Pair|9.60|0.55|0.12|8=size 8;9=size 9;10=size 10;11=size 11
        GLV-LEA|Leather driver gloves, {0}|Work Gloves|Pair|12.40|0.57|0.18|8=size 8;9=size 9;10=size 10;11=size 11
        GLV-WNT|Insulated winter gloves, {0}|Work Gloves|Pair|10.80|0.56|0.20|8=size 8;9=size 9;10=size 10;11=size 11
        GLV-PUC|PU-coated assembly gloves, {0}|Work Gloves|Pair|2.40|0.52|0.06|8=size 8;9=size 9;10=size 10;11=size 11
        GLV-CHM|Chemical gauntlets 35 cm, {0}|Work Gloves|Pair|6.90|0.58|0.24|9=size 9;10=size 10;11=size 11
        PPE-MSK|{0}|Respiratory Protection|Box|14.50|0.55|0.25|FFP2=FFP2 mask, box of 20;FFP3=FFP3 mask with valve, box of 10*1.60;SRG=Surgical mask type IIR, box of 50*0.50;A2P3=Half mask filter A2P3, box of 2*1.90
        PPE-GLS|Safety glasses, {0}|Eye and Ear Protection|Units|6.20|0.50|0.05|CLR=clear;SMK=smoke;OTG=over-glasses*1.30
        PPE-EAR|{0}|Eye and Ear Protection|Box|18.00|0.52|0.90|PLG=Ear plugs, box of 200 pairs;MUF=Ear muffs SNR 30*0.90;BND=Banded ear plugs, box of 10*1.10
        PPE-HLM|Safety helmet, {0}|Head and Body Protection|Units|13.90|0.54|0.38|WHT=white;YEL=yellow;BLU=blue
        PPE-VST|High-visibility vest, {0}|Head and Body Protection|Units|5.40|0.48|0.16|M=medium;L=large;XL=extra large
        PPE-CVR|Disposable coverall type 5/6, {0}|Head and Body Protection|Units|6.10|0.53|0.22|M=medium;L=large;XL=extra large;XXL=extra extra large*1.08
        ADH-EPX|Epoxy adhesive {0}, two-part|Structural Adhesives|Units|11.80|0.55|0.09|25=25 ml*0.62;50=50 ml;200=200 ml*2.90;400=400 ml*5.20
        ADH-CYA|Instant adhesive {0}|Structural Adhesives|Units|6.40|0.50|0.03|5=5 g*0.55;20=20 g;50=50 g*2.00
        ADH-THR|Threadlocker {0}|Structural Adhesives|Units|9.20|0.52|0.04|B10=blue 10 ml;B50=blue 50 ml*3.20;R10=red 10 ml;R50=red 50 ml*3.20
        ADH-MMA|Methacrylate adhesive {0}|Structural Adhesives|Units|19.60|0.57|0.12|50=50 ml;400=400 ml*4.80
        ADH-SIL|Neutral silicone sealant 310 ml, {0}|Sealants|Units|5.90|0.54|0.38|CLR=clear;WHT=white;BLK=black;GRY=grey
        ADH-PUS|PU construction sealant {0}|Sealants|Units|7.80|0.56|0.45|300=300 ml;600=600 ml*1.70
        ADH-ACR|Acrylic sealant 300 ml, {0}|Sealants|Units|3.20|0.52|0.40|WHT=white;GRY=grey
        ADH-BUT|Butyl sealant strip {0}|Sealants|Roll|8.60|0.55|0.90|12=12 mm;20=20 mm*1.45
        ADH-HMG|Hot-melt sticks, {0}|Assembly Adhesives|Box|21.00|0.58|1.00|1K=1 kg;5K=5 kg*4.60
        ADH-SPR|Spray adhesive {0}|Assembly Adhesives|Units|10.40|0.54|0.55|500=500 ml;750=750 ml*1.40
        FST-HEX|Hex bolt {0}, zinc, box of 200|Bolts and Nuts|Box|18.60|0.56|3.20|M6=M6x30*0.62;M8=M8x40;M10=M10x50*1.75;M12=M12x60*2.60;M16=M16x80*4.90
        FST-NUT|Hex nut {0}, zinc, box of 500|Bolts and Nuts|Box|11.20|0.54|2.60|M6=M6*0.60;M8=M8;M10=M10*1.80;M12=M12*2.50;M16=M16*4.60
        FST-WSH|Flat washer {0}, zinc, box of 1000|Bolts and Nuts|Box|9.40|0.52|2.10|M6=M6*0.70;M8=M8;M10=M10*1.60;M12=M12*2.20;M16=M16*3.80
        FST-THD|Threaded rod {0}, zinc, 1 m|Bolts and Nuts|Units|2.30|0.58|0.31|M8=M8;M10=M10*1.50;M12=M12*2.10;M16=M16*3.70
        FST-WSC|Wood screw {0}, box of 200|Screws and Anchors|Box|8.80|0.53|0.90|4040=4.0x40;4550=4.5x50*1.25;5060=5.0x60*1.60;5080=5.0x80*1.95;6100=6.0x100*2.70;6120=6.0x120*3.10
        FST-DRY|Drywall screw {0}, box of 1000|Screws and Anchors|Box|13.20|0.55|1.80|3525=3.5x25;3535=3.5x35*1.20
        FST-ANC|Wedge anchor {0}, box of 50|Screws and Anchors|Box|24.80|0.57|2.40|M8=M8x75;M10=M10x90*1.45;M12=M12x110*2.05
        FST-RVT|Blind rivet {0}, box of 500|Screws and Anchors|Box|14.90|0.55|0.80|32=3.2x8*0.80;40=4.0x10;48=4.8x12*1.30
        CLN-DEG|Industrial degreaser {0}|Solvents and Degreasers|Units|24.50|0.53|5.40|1L=1 L*0.28;5L=5 L;20L=20 L*3.40
        CLN-BRK|Brake cleaner spray {0}|Solvents and Degreasers|Units|4.10|0.55|0.48|500=500 ml;750=750 ml*1.35
        CLN-ALC|Isopropyl alcohol {0}|Solvents and Degreasers|Units|21.80|0.58|4.20|1L=1 L*0.27;5L=5 L;10L=10 L*1.85
        CLN-RST|Rust remover gel {0}|Solvents and Degreasers|Units|12.70|0.54|1.10|1K=1 kg;5K=5 kg*4.30
        CLN-FLR|Floor cleaner concentrate {0}|Surface Cleaners|Units|19.20|0.50|5.20|5L=5 L;10L=10 L*1.85;20L=20 L*3.40
        CLN-DIS|Surface disinfectant {0}|Surface Cleaners|Units|26.40|0.56|5.10|1L=1 L*0.27;5L=5 L;20L=20 L*3.50
        CLN-GLA|Glass cleaner {0}|Surface Cleaners|Units|3.40|0.48|1.05|1L=1 L;5L=5 L*3.90
        CLN-ACD|Acid descaler {0}|Surface Cleaners|Units|22.90|0.55|5.60|5L=5 L;20L=20 L*3.45
        CLN-HND|Hand cleaner paste {0}|Hand Hygiene|Units|7.20|0.49|0.60|500=500 ml;3L=3 L*3.40;10L=10 L*9.20
        CLN-WIP|Industrial wipes, {0}|Hand Hygiene|Box|16.80|0.52|1.60|100=bucket of 100;300=bucket of 300*2.40
        BRG-620+|Deep groove ball bearing {0}|Ball Bearings|Units|4.60|0.58|0.09|0-2RS=6200-2RS*0.65;1-2RS=6201-2RS*0.70;2-2RS=6202-2RS*0.80;3-2RS=6203-2RS*0.90;4-2RS=6204-2RS;5-2RS=6205-2RS*1.25;6-2RS=6206-2RS*1.70;7-2RS=6207-2RS*2.30;8-2RS=6208-2RS*2.90
        BRG-630+|Deep groove ball bearing {0}|Ball Bearings|Units|6.90|0.58|0.16|3-ZZ=6303-ZZ*0.85;4-ZZ=6304-ZZ;5-ZZ=6305-ZZ*1.30;6-ZZ=6306-ZZ*1.75
        BRG-302+|Tapered roller bearing {0}|Roller Bearings|Units|11.40|0.60|0.24|04=30204;05=30205*1.20;06=30206*1.55;08=30208*2.30
        BRG-UCP|Pillow block unit {0}|Housed Units|Units|16.20|0.59|0.70|204=UCP 204;205=UCP 205*1.12;206=UCP 206*1.50;208=UCP 208*2.25
        BRG-SPA|V-belt SPA {0}|Drive Belts and Chains|Units|9.80|0.56|0.16|1000=1000 mm;1250=1250 mm*1.20;1500=1500 mm*1.42;2000=2000 mm*1.88
        BRG-CHN|Roller chain {0}, 5 m|Drive Belts and Chains|Units|34.00|0.57|3.60|08B=08B-1;10B=10B-1*1.35;12B=12B-1*1.70
        BRG-GRS|Bearing grease {0}|Drive Belts and Chains|Units|8.90|0.50|0.44|400=400 g cartridge;1K=1 kg tin*2.30
        """;

    public const string Packaging = """
        TAP-PP+|PP packing tape {0}|Packing Tapes|Roll|1.55|0.55|0.19|48-66=48 mm x 66 m;48-100=48 mm x 100 m*1.45;48-132=48 mm x 132 m*1.80;75-66=75 mm x 66 m*1.55
        TAP-PVC+|PVC packing tape {0}|Packing Tapes|Roll|2.10|0.57|0.24|48-66=48 mm x 66 m;50-66=50 mm x 66 m*1.05
        TAP-PAP+|Paper packing tape {0}|Packing Tapes|Roll|2.80|0.56|0.26|48-50=48 mm x 50 m;70-50=70 mm x 50 m*1.50
        TAP-FIL|Filament tape {0}|Packing Tapes|Roll|3.90|0.58|0.25|25=25 mm x 50 m;50=50 mm x 50 m*1.90
        TAP-MSK|Masking tape {0}|Technical Tapes|Roll|1.90|0.53|0.14|19=19 mm x 50 m*0.70;25=25 mm x 50 m;38=38 mm x 50 m*1.50;50=50 mm x 50 m*1.95
        TAP-DBL|Double-sided tape {0}|Technical Tapes|Roll|4.20|0.55|0.15|12=12 mm x 50 m*0.65;25=25 mm x 50 m
        TAP-DUC|Duct tape {0}|Technical Tapes|Roll|6.80|0.54|0.45|50=50 mm x 50 m;75=75 mm x 50 m*1.45
        TAP-HAZ|Hazard marking tape {0}|Technical Tapes|Roll|5.60|0.52|0.22|50=50 mm x 33 m;75=75 mm x 33 m*1.45
        TAP-ALU|Aluminium tape {0}|Technical Tapes|Roll|8.40|0.57|0.30|50=50 mm x 45 m;75=75 mm x 45 m*1.48
        BOX-SW|Single-wall carton {0}|Folding Cartons|Units|0.62|0.60|0.18|200=200x150x100*0.70;250=250x200x150*0.85;300=300x200x200;350=350x250x250*1.30;400=400x300x200*1.55;500=500x300x300*2.00;600=600x400x300*2.60
        BOX-DW|Double-wall carton {0}|Folding Cartons|Units|1.45|0.61|0.48|300=300x200x200*0.70;400=400x300x300;500=500x400x300*1.40;600=600x400x400*1.75;800=800x600x600*3.10
        BOX-FCT|Food-contact carton {0}|Folding Cartons|Units|1.15|0.62|0.22|S=200x150x100*0.75;M=300x200x150;L=400x300x200*1.55
        BOX-MAI|Mailer box {0}|Mailers and Tubes|Units|0.74|0.58|0.12|A5=A5*0.70;A4=A4;A3=A3*1.65
        BOX-TUB|Postal tube {0}|Mailers and Tubes|Units|1.30|0.57|0.16|430=430 mm;630=630 mm*1.30;860=860 mm*1.65
        BOX-PAL|Pallet container {0}|Pallet Boxes|Units|18.40|0.62|6.20|600=800x600x600*0.75;1200=1200x800x800;1200H=1200x800x1000*1.15
        BOX-DIV|Carton dividers {0}|Pallet Boxes|Box|14.20|0.58|3.10|6=6 cells, 50 sets;12=12 cells, 50 sets*1.35
        FLM-STR|Stretch film {0}, 500 mm|Stretch Film|Roll|9.80|0.63|2.40|17=17 micron*0.85;20=20 micron*0.94;23=23 micron;30=30 micron*1.30
        FLM-MAC|Machine stretch film {0}, 500 mm|Stretch Film|Roll|42.00|0.66|16.00|17=17 micron*0.92;20=20 micron;23=23 micron*1.10
        FLM-BLK|Black stretch film {0}, 500 mm|Stretch Film|Roll|11.20|0.63|2.50|20=20 micron;23=23 micron*1.08
        FLM-BUB|Bubble wrap {0}|Protective Wrap|Roll|21.50|0.60|2.60|50=500 mm x 100 m;100=1000 mm x 100 m*1.90;120=1200 mm x 100 m*2.25
        FLM-FOA|Foam wrap {0}|Protective Wrap|Roll|26.80|0.59|2.10|2=2 mm x 250 m;4=4 mm x 125 m*1.10
        FLM-KRA|Kraft paper roll {0}|Protective Wrap|Roll|18.90|0.62|9.50|70=70 g, 750 mm;90=90 g, 750 mm*1.22
        FLM-AIR|Air pillow film {0}|Protective Wrap|Roll|33.00|0.61|4.40|200=200x130 mm;400=400x130 mm*1.30
        FLM-COV|Pallet cover {0}|Pallet Film|Box|38.50|0.62|6.80|STD=standard, box of 50;UV=UV stable, box of 50*1.25
        FLM-SHR|Shrink hood {0}|Pallet Film|Roll|64.00|0.65|22.00|100=100 micron;120=120 micron*1.18
        LBL-TT|Thermal transfer label {0}|Printable Labels|Roll|8.90|0.52|0.60|50=50x30*0.55;75=75x50*0.75;100=100x150;150=148x210*1.60
        LBL-DT|Direct thermal label {0}|Printable Labels|Roll|7.60|0.51|0.58|50=50x30*0.55;75=75x50*0.75;100=100x150;150=148x210*1.60
        LBL-RIB|Thermal ribbon {0}|Ribbons|Roll|6.40|0.50|0.28|60=60 mm x 300 m*0.65;110=110 mm x 300 m;110R=110 mm x 300 m, resin*2.10
        LBL-SHT|Sheet labels A4, {0}|Printable Labels|Box|12.80|0.53|1.20|8=8 a sheet, box of 100;24=24 a sheet, box of 100;40=40 a sheet, box of 100
        LBL-HAZ|Hazard label {0}, roll of 500|Marking Labels|Roll|19.40|0.54|0.70|3=class 3;8=class 8;9=class 9;LQ=limited quantity
        LBL-FRG|Fragile label {0}, roll of 1000|Marking Labels|Roll|9.90|0.52|0.65|EN=English;DE=German;FR=French
        LBL-COL|Colour dot labels {0}|Marking Labels|Roll|4.80|0.50|0.20|RED=red;GRN=green;YEL=yellow;BLU=blue
        CCP-EPS|EPS cool box {0}|Cool Boxes|Units|6.80|0.58|0.35|6=6 L*0.70;12=12 L;20=20 L*1.40;30=30 L*1.85;45=45 L*2.50
        CCP-PUR|PUR transport box {0}|Cool Boxes|Units|28.50|0.60|1.40|12=12 L*0.75;25=25 L;50=50 L*1.70
        CCP-GEL|Gel pack {0}|Coolants|Units|0.95|0.54|0.50|250=250 g*0.65;500=500 g;1000=1000 g*1.70
        CCP-PCM|Phase change pack {0}|Coolants|Units|4.60|0.57|0.80|5C=+5 °C;M21=-21 °C*1.15
        CCP-LIN|Insulated liner {0}|Insulation|Units|3.30|0.56|0.22|S=small*0.75;M=medium;L=large*1.35;PAL=pallet*9.50
        CCP-LOG|Temperature logger {0}|Monitoring|Units|14.90|0.62|0.06|30=single use, 30 days;90=single use, 90 days*1.40;IND=indicator label, box of 50*3.10
        CCP-DRY|Dry-ice box {0}|Cool Boxes|Units|16.40|0.59|0.95|10=10 kg;20=20 kg*1.50
        """;

    /// <summary>Replacements a colleague would offer, by code.</summary>
    public static readonly IReadOnlyDictionary<string, string> Substitutes = new Dictionary<string, string>
    {
        ["GLV-NIT-L"] = "GLV-VIN-L, GLV-LTX-L",
        ["GLV-VIN-L"] = "GLV-NIT-L, GLV-LTX-L",
        ["GLV-LTX-L"] = "GLV-NIT-L, GLV-VIN-L",
        ["GLV-NIT-M"] = "GLV-VIN-M, GLV-LTX-M",
        ["GLV-VIN-M"] = "GLV-NIT-M",
        ["FLM-STR-23"] = "FLM-STR-20",
        ["FLM-STR-20"] = "FLM-STR-23",
        ["ADH-EPX-50"] = "ADH-EPX-25",
        ["ADH-EPX-25"] = "ADH-EPX-50",
        ["TAP-PP48-66"] = "TAP-PVC48-66",
        ["PPE-MSK-FFP2"] = "PPE-MSK-FFP3",
        ["CCP-EPS-12"] = "CCP-EPS-20",
        ["BOX-DW-400"] = "BOX-DW-500",
    };

    /// <summary>Products nobody has bought for a year, still on the shelf.</summary>
    public static readonly IReadOnlyList<string> DeadStock =
        ["GLV-CHM-11", "PPE-HLM-BLU", "ADH-BUT-20", "FST-RVT-32", "CLN-RST-5K", "BRG-CHN-12B", "TAP-ALU-75", "BOX-TUB-860", "FLM-SHR-120", "LBL-SHT-40", "CCP-PUR-50", "BRG-UCP-208"];
}
