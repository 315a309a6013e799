namespace Copilot.ThoroughTests.Knowledge.Retrieval.Languages;

/// <summary>Spanish papers of a distributor, and questions that ask in other forms of their words, some without accents.</summary>
internal static class SpanishSet
{
    public static IReadOnlyDictionary<string, string> Documents { get; } = new Dictionary<string, string>
    {
        ["devoluciones"] = "Los artículos sin usar se devuelven dentro de los 30 días siguientes a la entrega. La devolución se anuncia antes; los envases abiertos quedan excluidos.",
        ["entrega"] = "Entregamos sin portes a partir de 400 euros. Por debajo, el comprador asume el transporte. Se admiten entregas parciales.",
        ["pago"] = "Las facturas vencen a los treinta días. Si el comprador se retrasa, se cobran intereses. Quien paga en diez días obtiene un descuento del dos por ciento.",
        ["peligrosas"] = "Las sustancias peligrosas se almacenan aparte, en la zona H. Los líquidos inflamables se colocan sobre cubetos. Antes de enviar se revisa la ficha de seguridad.",
        ["inventario"] = "Las existencias se cuentan dos veces al año. Si el resultado difiere, una segunda persona repite el recuento. El jefe de turno comunica las diferencias mayores de 200 euros.",
        ["rescision"] = "El contrato marco dura dos años. Cualquiera de las partes puede rescindirlo por escrito avisando con tres meses.",
        ["reclamaciones"] = "Los defectos visibles se reclaman de inmediato y los ocultos al descubrirlos. El género defectuoso se sustituye o se rebaja el precio.",
        ["embalaje"] = "Los palés se envuelven con película y se protegen las esquinas. Las cajas de más de 25 kg se marcan como pesadas. Los envases vacíos se canjean.",
        ["credito"] = "Los clientes nuevos reciben un límite de 5.000 euros. Los importes superiores los autoriza la dirección financiera. Una cuenta bloqueada se libera tras el pago.",
        ["bonificacion"] = "A final de año bonificamos a los grandes compradores: un uno por ciento desde 50.000 euros de ventas. Se abona en enero.",
        ["carretillas"] = "Solo conducen carretillas los empleados con permiso. Antes de cada turno el conductor comprueba frenos, horquillas y ruedas. Los equipos averiados se retiran.",
        ["garantia"] = "Las herramientas tienen dos años de garantía. Las piezas de desgaste, como brocas y sierras, quedan fuera. Las reparaciones tardan tres semanas como máximo.",
        ["exportacion"] = "Los envíos a Suiza y Noruega necesitan documentos de aduana. Hay que demostrar el origen de los bienes; el destinatario paga los aranceles.",
        ["muestras"] = "Las muestras gratuitas llegan hasta 50 euros. El vendedor las anota en la lista. Las más caras se facturan.",
        ["recepcion"] = "Los palés recibidos se descargan en el muelle 2 y se cuentan. Las piezas dañadas pasan a la zona bloqueada; el transportista firma el daño en el albarán.",
        ["frio"] = "Los adhesivos que necesitan frío se guardan entre dos y ocho grados. Las temperaturas se registran cada hora; si hay desviaciones se vacía la cámara.",
        ["precios"] = "Nuestros precios valen hasta fin de trimestre. Si los fabricantes suben sus costes más del cinco por ciento, ajustamos las tarifas y lo anunciamos con cuatro semanas.",
        ["cancelacion"] = "Los pedidos pueden cancelarse mientras no se hayan preparado. Después cobramos un recargo de 35 euros.",
        ["accidentes"] = "Los accidentes y las lesiones se notifican en el acto. En cada nave hay socorristas y un botiquín junto a la puerta.",
        ["viajes"] = "La autorización de un viaje y la comprobación de los recibos corresponden al superior. Toda cancelación se comunica a la oficina.",
        ["baja"] = "El aviso de baja por enfermedad llega el primer día. El registro de la ausencia y el pago del sueldo los lleva personal.",
        ["aparcamiento"] = "El importe de una plaza de coche se resta del sueldo. Está prohibido almacenar objetos o marcar el suelo.",
        ["cursos"] = "El curso incluye un anuncio, una prueba y una bonificación. La entrega del diploma tarda una semana; la liquidación va aparte.",
        ["comisiones"] = "Los representantes cobran comisiones sobre las ventas ya pagadas. Se liquidan cada mes; los gastos se presentan con recibos.",
    };

    public static IReadOnlyList<(string Question, string Document)> Questions { get; } =
    [
        ("devolver un artículo", "devoluciones"),
        ("excluir un envase abierto", "devoluciones"),
        ("entregar sin porte", "entrega"),
        ("admisión de una entrega parcial", "entrega"),
        ("cobrar interés por el retraso", "pago"),
        ("vencimiento de la factura", "pago"),
        ("almacenamiento de una sustancia", "peligrosas"),
        ("liquido inflamable", "peligrosas"),
        ("comunicación de una diferencia", "inventario"),
        ("repetir los recuentos", "inventario"),
        ("rescindir contratos por una parte", "rescision"),
        ("reclamación de un defecto", "reclamaciones"),
        ("sustitución de géneros", "reclamaciones"),
        ("marcar una caja pesada", "embalaje"),
        ("protección de la esquina", "embalaje"),
        ("autorización de un importe superior", "credito"),
        ("liberación de cuentas bloqueadas", "credito"),
        ("bonificación de un comprador", "bonificacion"),
        ("equipo averiado", "carretillas"),
        ("conducción con permisos", "carretillas"),
        ("garantias de una herramienta", "garantia"),
        ("reparar una broca", "garantia"),
        ("envío con un documento de aduanas", "exportacion"),
        ("demostración del origen de un bien", "exportacion"),
        ("facturación de una muestra", "muestras"),
        ("descarga de la pieza dañada", "recepcion"),
        ("registro de la temperatura", "frio"),
        ("adhesivo frío", "frio"),
        ("ajuste de la tarifa", "precios"),
        ("cancelación de un pedido", "cancelacion"),
        ("notificación de una lesión", "accidentes"),
        ("liquidación de la comisión", "comisiones"),
    ];
}
